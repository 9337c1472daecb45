/** Starts the worker that looks through contacts. Throws, or the worker fails at once, where the browser gives none. */
export function startContactWorker(): Worker {
  return new Worker(new URL('../contact-worker.ts', import.meta.url), { type: 'module', name: 'contacts' });
}
