import * as v from 'valibot';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { UserId } from '../../src/domain/ids.ts';
import { Row } from '../../src/domain/row.ts';

/** The rows that the server makes of mails logged one by one: an entry and its item each. */
export function rowsOf(commands: readonly LogInteraction[], userId: UserId): Row[] {
  return commands.flatMap((command, at): Row[] => {
    const { item, interaction, madeAt, id } = command;
    const [{ entryId, ...perContact } = noContact()] = command.with;
    if (!item) throw new Error('a mail has an item');
    const entry = {
      ...{ kind: 'entry', id: entryId, rev: 10_000 + 2 * at, entryNo: at + 1, ...interaction, ...perContact },
      ...{ itemId: item.id, commandId: id, userId, madeAt, receivedAt: madeAt },
      ...{ canceled: [], corrections: [], postponed: false, withheld: false },
    };
    const of = { entryId, contactId: perContact.contactId };
    const known = { kind: 'item', rev: 10_001 + 2 * at, ...item, entries: [of], mergedInto: null };
    return [v.parse(Row, entry), v.parse(Row, known)];
  });
}

function noContact(): never {
  throw new Error('logged with nobody');
}
