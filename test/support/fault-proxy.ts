import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Chance } from './simulation/chance.ts';

/** What became of the requests that came by. */
export interface FaultProxy {
  origin: string;
  counts: Record<Fault, number>;
  /** From now on everything passes as it is. */
  heal(): void;
  close(): Promise<void>;
}

export type Fault = 'passed' | 'cut-request' | 'cut-answer' | 'stalled' | 'repeated' | 'broken-answer';

/**
 * Stands between devices and the server at `port` and does to bodies what bad networks do: cuts requests and answers in
 * the middle, holds answers back and then drops them, sends requests twice, and breaks answers.
 */
export async function startFaultProxy(port: number, options: { chance: Chance; bad: number }): Promise<FaultProxy> {
  const { chance } = options;
  let bad = options.bad;
  const counts: Record<Fault, number> = {
    ...{ passed: 0, 'cut-request': 0, 'cut-answer': 0, stalled: 0, repeated: 0, 'broken-answer': 0 },
  };
  const faults: Fault[] = ['cut-request', 'cut-answer', 'stalled', 'repeated', 'broken-answer'];

  const proxy = createServer((incoming, outgoing) => {
    const fault = incoming.url === '/v1/live' || !chance.happens(bad) ? 'passed' : chance.pick(faults);
    counts[fault] += 1;
    read(incoming).then(
      (body) => pass(fault, incoming, body, outgoing),
      () => outgoing.destroy(), // whoever asked has gone
    );
  });

  function ask(incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { method, headers } = incoming;
      const own = { ...headers, host: `127.0.0.1:${port}` };
      const asking = request({ host: '127.0.0.1', port, method, path: incoming.url, headers: own }, resolve);
      asking.on('error', reject);
      asking.end(body);
    });
  }

  async function pass(fault: Fault, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): Promise<void> {
    try {
      if (fault === 'cut-request') {
        outgoing.destroy();
        return;
      }
      if (fault === 'repeated') await read(await ask(incoming, body));
      const answer = await ask(incoming, body);
      if (fault === 'passed' || fault === 'repeated') {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        outgoing.on('close', () => answer.destroy());
        return;
      }
      const whole = await read(answer);
      const half = whole.subarray(0, Math.floor(whole.length / 2));
      if (fault === 'stalled') {
        setTimeout(() => outgoing.destroy(), 1_500);
        return;
      }
      if (fault === 'cut-answer') {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.write(half, () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(half);
    } catch {
      // The server ended the connection: so does the proxy.
      outgoing.destroy();
    }
  }

  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    counts,
    heal() {
      bad = 0;
    },
    async close() {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
