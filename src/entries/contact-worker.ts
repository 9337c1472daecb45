import { type PageOfWorker, serveShelf } from '../pane/directory/serve-shelf.ts';

/** Looks through the contacts of a pane beside it. Without a pane that sends them it holds none and asks nobody. */
const page = globalThis as unknown as PageOfWorker; // this file is only ever run as a worker
serveShelf(page, () => new Promise((resolve) => setTimeout(resolve, 0)));
