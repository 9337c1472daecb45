import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port that is free, and stays so while nobody listens on it: it is none of those that systems hand out by themselves
 * (from 32,768 on Linux), of which another test may get one at any time. No browser refuses it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(12_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false, // somebody listens there
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
