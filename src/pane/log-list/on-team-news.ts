import type { PaneState } from '../state/pane-state.ts';

/** Between two tellings, in milliseconds: a busy team changes something all the time. */
const restMs = 5_000;

/**
 * Tells at once when anything in the team's log has changed, then not before a rest is over. Every pull and every live
 * event moves the set-up's cursor, whatever rows it brought: also about what this device does not hold, and also when
 * another pane of the account took it.
 */
export function onTeamNews({ services }: PaneState, tell: () => void, ended: AbortSignal): void {
  const { device, clock } = services;
  let before: string | undefined;
  let state: 'quiet' | 'resting' | 'heard-more' = 'quiet';
  const hear = async () => {
    if (state !== 'quiet') {
      state = 'heard-more';
      return;
    }
    do {
      state = 'resting';
      tell();
      await clock.after(restMs, ended);
    } while (heardMore());
    state = 'quiet';
  };
  const heardMore = () => state === 'heard-more';
  device.store.watch(
    (reader) => reader.cursor('setup'),
    (cursor) => {
      const isNews = before !== undefined && cursor !== before;
      before = cursor;
      if (isNews)
        hear().catch((error: unknown) => {
          if (!ended.aborted) reportError(error);
        });
    },
    ended,
  );
}
