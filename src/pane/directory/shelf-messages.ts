import type { ContactShelf } from './contact-directory.ts';

type Name = keyof ContactShelf;

/** A call of the page to the shelf in its worker. */
export type ShelfCall = { [N in Name]: { id: number; name: N; of: Parameters<ContactShelf[N]> } }[Name];

/** The worker's answer: what the call gave, or what it threw. */
export type ShelfAnswer = { id: number; value: unknown } | { id: number; fault: string };
