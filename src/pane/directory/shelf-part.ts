import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';

/** Something that contacts are found by. */
export interface ShelfPart {
  /** Resolves when every contact is in it; the first call begins to fill it. */
  filled(): Promise<void>;
  /** A contact was put in place of another; undefined: there was none, or is none any more. */
  change(before: Contact | undefined, after: Contact | undefined): void;
  /** The contacts are gone, and what they are found by as well. */
  clear(): void;
}

/**
 * Keeps an index over `contacts` from when it is first asked for: empty → being filled, a slice at a time → filled. A
 * contact that changes while it is being filled is exchanged if it is in already, and else comes when it is its turn.
 */
export function createPart(
  contacts: ReadonlyMap<ContactId, Contact>,
  breathe: () => Promise<void> | undefined,
  index: { add(contact: Contact): void; remove(contact: Contact): void },
): ShelfPart {
  const inside = new Map<ContactId, Contact>();
  let filling: Promise<void> | undefined;
  let isFilled = false;

  const add = (contact: Contact) => {
    inside.set(contact.id, contact);
    index.add(contact);
  };

  async function fill(): Promise<void> {
    for (const contact of contacts.values()) {
      if (!inside.has(contact.id)) add(contact);
      await breathe();
    }
    isFilled = true;
  }

  return {
    filled() {
      filling ??= fill();
      return filling;
    },
    change(before, after) {
      const held = inside.get((before ?? after)?.id as ContactId); // of whichever there is
      if (held) {
        inside.delete(held.id);
        index.remove(held);
      }
      if (after && (held || isFilled)) add(after);
    },
    clear() {
      inside.clear();
      filling = undefined;
      isFilled = false;
    },
  };
}
