import { createShelf } from './create-shelf.ts';
import type { ShelfAnswer, ShelfCall } from './shelf-messages.ts';

/** The worker's side of its page. */
export interface PageOfWorker {
  addEventListener(type: 'message', listener: (event: MessageEvent<ShelfCall>) => void): void;
  postMessage(answer: ShelfAnswer): void;
}

/** Keeps a shelf in a worker and answers its page. `turn` lets messages come in between two slices of work. */
export function serveShelf(page: PageOfWorker, turn: () => Promise<void>): void {
  let steps = 0;
  const shelf = createShelf(() => {
    steps += 1;
    return steps % 500 === 0 ? turn() : undefined;
  });
  page.addEventListener('message', ({ data: { id, name, of } }) => {
    const call = shelf[name] as (...all: typeof of) => Promise<unknown>; // a call has the arguments of what it names
    call(...of).then(
      (value) => page.postMessage({ id, value }),
      (error: unknown) => page.postMessage({ id, fault: String(error) }),
    );
  });
}
