import { instantOf } from '../domain/time.ts';
import type { SyncState } from './device.ts';
import type { OutboxState } from './outbox-machine.ts';

type Told = Omit<SyncState, 'phase' | 'retryAt' | 'problem'>;

/** Who can meet a problem, in the order in which they are heard. Each takes back its own alone, when it gets on again. */
const parts = ['engine', 'push', 'pull', 'storage', 'asking'] as const;
export type Part = (typeof parts)[number];

/** What the pane is told of syncing, put together from those who do it. Tells of a change once, and only of changes. */
export function createDeviceState() {
  let told: Told = {
    paused: [],
    waiting: 0,
    refused: 0,
    erasedWork: 0,
    upToDateAt: undefined,
    live: false,
    clockOff: 0,
  };
  let outbox: OutboxState['name'] = 'idle';
  let outboxRetry: number | undefined;
  let pullRetry: number | undefined;
  let pulling = false;
  const met: { [P in Part]?: SyncState['problem'] } = {};
  let shown = put();
  const listeners = new Set<(state: SyncState) => void>();

  function put(): SyncState {
    const waits = outbox === 'waiting-to-retry' ? outboxRetry : pullRetry;
    const problem = parts.map((part) => met[part]).find((one) => one !== undefined);
    return { ...told, problem, phase: phase(), retryAt: waits === undefined ? undefined : instantOf(waits) };
  }

  function phase(): SyncState['phase'] {
    // A push without commands is only a look into the outbox.
    if (outbox === 'pushing' && told.waiting > 0) return 'pushing';
    if (told.paused.length > 0) return 'paused';
    if (pulling) return 'pulling';
    return outbox === 'waiting-to-retry' || pullRetry !== undefined ? 'waiting-to-retry' : 'idle';
  }

  function tell(): void {
    const next = put();
    if (JSON.stringify(next) === JSON.stringify(shown)) return;
    shown = next;
    for (const listener of listeners) listener(next);
  }

  return {
    now: () => shown,
    change(changes: Partial<Told>): void {
      told = { ...told, ...changes };
      tell();
    },
    problem(part: Part, problem: SyncState['problem']): void {
      met[part] = problem;
      tell();
    },
    outbox(name: OutboxState['name'], retryAt: number | undefined): void {
      outbox = name;
      outboxRetry = retryAt;
      tell();
    },
    pulling(now: boolean): void {
      pulling = now;
      tell();
    },
    pullRetry(at: number | undefined): void {
      pullRetry = at;
      tell();
    },
    onChange(changed: (state: SyncState) => void, signal: AbortSignal): void {
      if (signal.aborted) return;
      listeners.add(changed);
      signal.addEventListener('abort', () => listeners.delete(changed), { once: true });
      changed(shown);
    },
  };
}
