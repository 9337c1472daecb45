import type { LocalStore } from '../../src/store/local-store.ts';
import type { Device } from '../../src/sync/device.ts';

type Listener = EventListenerOrEventListenerObject;

/** Subscriptions of a pane that are open: what has ended with its signal, or was taken back, does not count. */
export interface Alive {
  watches: number;
  /** To the state of the device, and to what becomes of contacts. */
  subscriptions: number;
}

/** Counts what a pane asks of its device from now on: one more when it subscribes, one less when its signal ends it. */
export function countSubscriptions(device: Device): Alive {
  const alive: Alive = { watches: 0, subscriptions: 0 };
  const counting = (what: keyof Alive, signal: AbortSignal) => {
    if (signal.aborted) return;
    alive[what] += 1;
    signal.addEventListener('abort', () => (alive[what] -= 1), { once: true });
  };
  const store: LocalStore = device.store;
  const { watch, onContacts } = store;
  const { onState } = device;
  Object.assign(store, {
    watch: ((read, take, signal, failed) => {
      counting('watches', signal);
      watch(read, take, signal, failed);
    }) satisfies LocalStore['watch'],
    onContacts: ((take, signal) => {
      counting('subscriptions', signal);
      onContacts(take, signal);
    }) satisfies LocalStore['onContacts'],
  });
  Object.assign(device, {
    onState: ((changed, signal) => {
      counting('subscriptions', signal);
      onState(changed, signal);
    }) satisfies Device['onState'],
  });
  return alive;
}

/** Counts listeners by what they listen to, from now on. */
export function countListeners(): {
  of(targets: Iterable<EventTarget>): number;
  targets(): EventTarget[];
  stop(): void;
} {
  const held = new Map<EventTarget, Map<string, Map<Listener, Listener>>>();
  const prototypes = new Set([EventTarget.prototype, Object.getPrototypeOf(AbortSignal.prototype) as EventTarget]);
  const restore: (() => void)[] = [];
  const keyOf = (type: string, options: unknown) =>
    `${type} ${options === true || (typeof options === 'object' && options !== null && 'capture' in options && options.capture === true)}`;
  for (const prototype of prototypes) {
    const { addEventListener, removeEventListener } = prototype;
    prototype.addEventListener = function add(type, listener, options) {
      if (!listener) return;
      const { once = false, signal } = typeof options === 'object' ? options : {};
      if (signal?.aborted) return;
      const key = keyOf(type, options);
      const ofTarget = held.get(this) ?? new Map<string, Map<Listener, Listener>>();
      held.set(this, ofTarget);
      const ofType = ofTarget.get(key) ?? new Map<Listener, Listener>();
      ofTarget.set(key, ofType);
      if (ofType.has(listener)) return;
      const forget = () => ofType.delete(listener);
      const told: Listener = once
        ? (event) => {
            forget();
            if (typeof listener === 'function') listener.call(this, event);
            else listener.handleEvent(event);
          }
        : listener;
      ofType.set(listener, told);
      addEventListener.call(this, type, told, options);
      signal?.addEventListener('abort', forget, { once: true });
    };
    prototype.removeEventListener = function remove(type, listener, options) {
      if (!listener) return;
      const ofType = held.get(this)?.get(keyOf(type, options));
      removeEventListener.call(this, type, ofType?.get(listener) ?? listener, options);
      ofType?.delete(listener);
    };
    restore.push(() => Object.assign(prototype, { addEventListener, removeEventListener }));
  }
  const count = (target: EventTarget) =>
    [...(held.get(target)?.values() ?? [])].reduce((sum, listeners) => sum + listeners.size, 0);
  return {
    of: (targets) => [...targets].reduce((sum, target) => sum + count(target), 0),
    targets: () => [...held.keys()],
    stop: () => {
      for (const one of restore) one();
    },
  };
}
