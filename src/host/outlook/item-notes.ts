import * as v from 'valibot';
import { ItemKey } from '../../domain/item.ts';
import { sameItem } from '../../domain/item-keys.ts';

/** Where notes are kept on this device. Lost ones do no harm. */
export interface NotesKeeper {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** By what Outlook opens an item again. The id is this mailbox's own, and another one when the item is moved. */
const Note = v.object({
  keys: v.array(ItemKey),
  itemId: v.string(),
  /** Outlook has a form for each type of item. */
  form: v.string(),
});
export type ItemNote = v.InferOutput<typeof Note>;

const mostNotes = 200;
const Notes = v.pipe(v.string(), v.parseJson(), v.array(Note));

/** Keeps a note in the place of an older one about the same item; the oldest go when there are too many. */
export function keepNote(keeper: NotesKeeper, mailbox: string, note: ItemNote): void {
  const notes = notesOf(keeper, mailbox);
  const [newest] = notes;
  if (newest && JSON.stringify(newest) === JSON.stringify(note)) return;
  const others = notes.filter(({ keys, itemId }) => itemId !== note.itemId && !sameItem(keys, note.keys));
  keeper.set(nameOf(mailbox), JSON.stringify([note, ...others].slice(0, mostNotes)));
}

export function findNote(keeper: NotesKeeper, mailbox: string, keys: readonly ItemKey[]): ItemNote | undefined {
  return notesOf(keeper, mailbox).find((note) => sameItem(note.keys, keys));
}

function notesOf(keeper: NotesKeeper, mailbox: string): ItemNote[] {
  const kept = v.safeParse(Notes, keeper.get(nameOf(mailbox)));
  return kept.success ? kept.output : [];
}

function nameOf(mailbox: string): string {
  return `items.${mailbox.toLowerCase()}`;
}
