import { expect, it } from 'vitest';
import { reads } from '../../src/domain/commands/command.ts';
import { aliasableIds } from '../../src/domain/commands/resolve-aliases.ts';
import { byId, refKey } from '../../src/domain/ref.ts';
import { everyCommand } from '../support/every-command.ts';

// Whoever decides on a device tells by the rows that were read which ids are a row's own, and looks up only the others.
it.each(everyCommand().map((command) => [command.type, command] as const))(
  '%s reads the contact and the entry of each id that may have been joined to another one',
  (_, command) => {
    const read = new Set(reads(command).map(refKey));
    const unread = aliasableIds(command)
      .filter(({ kind }) => kind !== 'item')
      .map(({ kind, id }) => refKey(byId(kind, id)))
      .filter((key) => !read.has(key));
    expect(unread).toEqual([]);
  },
);
