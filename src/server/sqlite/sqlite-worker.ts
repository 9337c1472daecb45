import { parentPort, workerData } from 'node:worker_threads';
import { isFull } from './node-sqlite.ts';
import { openConnection } from './open-connection.ts';
import type { FromWorker, StoreMethod, ToWorker } from './worker-messages.ts';

/**
 * The thread that owns one connection: SQLite's calls block their thread until the disk has answered, and no request may
 * wait for another's. It says `ready` once the database is of this version, then answers calls.
 */
if (!parentPort) throw new Error('runs as a worker only');
const port = parentPort;
const store = await openConnection(workerData);
const methods = store as unknown as Record<StoreMethod, (...args: unknown[]) => Promise<unknown>>; // args come typed from the other side

port.on('message', async ({ call, method, args }: ToWorker) => {
  const answer = (given: FromWorker) => port.postMessage(given);
  try {
    answer({ call, value: await methods[method](...args) });
  } catch (error) {
    answer({ call, error, isFull: isFull(error) });
  }
  if (method === 'close') port.close();
});
port.postMessage('ready');
