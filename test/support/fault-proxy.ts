import { once } from 'node:events';
import { type ClientRequest, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Chance } from './simulation/chance.ts';

/** What became of the requests that came by. */
export interface FaultProxy {
  origin: string;
  counts: Record<Fault, number>;
  /** From now on all bodies pass as they are; live streams go on stalling. */
  heal(): void;
  close(): Promise<void>;
}

const faults = ['cut-request', 'half-request', 'cut-answer', 'stalled', 'silent', 'repeated', 'broken-answer'] as const;
export type Fault = 'passed' | 'stalled-live' | (typeof faults)[number];

/**
 * Stands between devices and the server at `port` and does to bodies what bad networks do: cuts requests and answers in
 * the middle, holds answers back and then drops them or never lets them go, sends requests twice, and breaks answers. Of
 * live streams it lets the first piece through and nothing after it, and keeps them open.
 */
export async function startFaultProxy(port: number, options: { chance: Chance; bad: number }): Promise<FaultProxy> {
  const { chance } = options;
  let bad = options.bad;
  const counts: Record<Fault, number> = {
    ...{ passed: 0, 'cut-request': 0, 'half-request': 0, 'cut-answer': 0, stalled: 0, silent: 0, repeated: 0 },
    ...{ 'broken-answer': 0, 'stalled-live': 0 },
  };
  const faultOf = (path: string | undefined): Fault => {
    if (path === '/v1/live') return 'stalled-live';
    return chance.happens(bad) ? chance.pick(faults) : 'passed';
  };

  const proxy = createServer((incoming, outgoing) => {
    read(incoming).then(
      (body) => {
        const picked = faultOf(incoming.url);
        const fault = picked === 'half-request' && body.length === 0 ? 'cut-request' : picked;
        counts[fault] += 1;
        return pass(fault, incoming, body, outgoing);
      },
      () => outgoing.destroy(), // whoever asked has gone
    );
  });

  function asking({ method, url, headers }: IncomingMessage): ClientRequest {
    const own = { ...headers, host: `127.0.0.1:${port}` };
    return request({ host: '127.0.0.1', port, method, path: url, headers: own });
  }

  function ask(incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      asking(incoming).on('response', resolve).on('error', reject).end(body);
    });
  }

  /** The server is promised all of the body, and gets half of it. */
  function askHalf(incoming: IncomingMessage, body: Buffer): Promise<void> {
    return new Promise((resolve) => {
      const half = asking(incoming).on('close', resolve);
      half.on('error', () => undefined); // it is ended on purpose
      half.write(halfOf(body), () => half.destroy());
    });
  }

  async function pass(fault: Fault, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): Promise<void> {
    try {
      if (fault === 'cut-request') {
        outgoing.destroy();
        return;
      }
      if (fault === 'half-request') {
        await askHalf(incoming, body);
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
      if (fault === 'stalled-live') {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.once('data', (first: Buffer) => outgoing.write(first));
        outgoing.on('close', () => answer.destroy());
        return;
      }
      const half = halfOf(await read(answer));
      if (fault === 'silent') return; // whoever asks has to give up
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

function halfOf(whole: Buffer): Buffer {
  return whole.subarray(0, Math.floor(whole.length / 2));
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
