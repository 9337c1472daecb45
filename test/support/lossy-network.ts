import type { Send } from '../../src/sync/device-options.ts';

/** A request on its way: it has not arrived, or its answer has not. */
interface InFlight {
  owner: number;
  path: string;
  init: RequestInit;
  answer: Promise<Response> | undefined;
  resolve(response: Response): void;
  reject(error: unknown): void;
}

/**
 * A network on which a test decides what happens to each request and answer, and when. Requests of one device can
 * overtake one another, arrive twice, get lost, or be answered long after.
 */
export interface LossyNetwork {
  sendAs(owner: number): Send;
  /** How many requests are on their way. */
  size(): number;
  /** How many of one device. */
  sizeOf(owner: number): number;
  /** Lets request `at` arrive (once more, if it has), without its answer. */
  arrive(at: number): Promise<void>;
  /** Lets request `at` arrive if it has not, and answers it. */
  answer(at: number): Promise<void>;
  /** Loses request `at`, or its answer if it has arrived. */
  lose(at: number): void;
  /** Loses all requests of a device: it has crashed. */
  loseAllOf(owner: number): void;
}

export function createLossyNetwork(server: (path: string, init: RequestInit) => Promise<Response>): LossyNetwork {
  let inFlight: InFlight[] = [];
  const pick = (at: number) => inFlight[at % inFlight.length];
  const remove = (one: InFlight) => {
    inFlight = inFlight.filter((other) => other !== one);
  };
  const broken = () => new TypeError('network error');
  return {
    sendAs: (owner) => (path, init) =>
      new Promise((resolve, reject) => {
        inFlight.push({ owner, path, init, answer: undefined, resolve, reject });
      }),
    size: () => inFlight.length,
    sizeOf: (owner) => inFlight.filter((one) => one.owner === owner).length,
    async arrive(at) {
      const one = pick(at);
      if (!one) return;
      const answer = server(one.path, one.init);
      one.answer ??= answer;
      await answer;
    },
    async answer(at) {
      const one = pick(at);
      if (!one) return;
      const response = await (one.answer ?? server(one.path, one.init));
      remove(one);
      one.resolve(response);
    },
    lose(at) {
      const one = pick(at);
      if (!one) return;
      remove(one);
      one.reject(broken());
    },
    loseAllOf(owner) {
      for (const one of inFlight.filter((other) => other.owner === owner)) {
        remove(one);
        one.reject(broken());
      }
    },
  };
}
