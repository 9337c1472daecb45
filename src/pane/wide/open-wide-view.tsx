import { useEffect, useState } from 'preact/hooks';
import type { ProblemCode } from '../../domain/problem-code.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';

type State =
  | { is: 'sending' | 'asking' }
  | { is: 'opened' | 'blocked'; address: string }
  | { is: 'failed'; code: ProblemCode };

/** How long what waits may take to be sent before the page is opened without it, in milliseconds. */
const patience = 8_000;

/**
 * Hands over to the wide page: what waits is sent first, so that it is seen there; then the server is asked for a code,
 * and the page is opened with it. Where the browser opens no window by itself there is a link.
 */
export function OpenWideView() {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const [state, setState] = useState<State>({ is: 'sending' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, pane.signal]);
    handOver(pane, signal, (next) => {
      if (signal.aborted) return;
      setState(next);
      if (next.is !== 'opened' || pane.sync.value.waiting > 0) return;
      // Nothing is left to say or do here; the open item is what the pane is for.
      pane.announce(words.wide.opened);
      pane.view.value = 'home';
    }).catch((error: unknown) => {
      if (!signal.aborted) reportError(error);
    });
    return () => ended.abort();
  }, [pane, tries]);
  const { waiting } = pane.sync.value;
  const again = () => {
    setState({ is: 'sending' });
    setTries(tries + 1);
  };
  return (
    <div class="view">
      <h1 class="title">{words.wide.heading}</h1>
      <p class="hint">{words.wide.help}</p>
      <p role="status">
        {state.is === 'sending' && words.wide.sending(waiting)}
        {state.is === 'asking' && words.wide.asking}
        {state.is === 'opened' && words.wide.opened}
        {state.is === 'blocked' && words.wide.blocked}
      </p>
      {state.is === 'blocked' && (
        <p>
          <a class="link" href={state.address} target="_blank" rel="noopener noreferrer">
            {words.wide.link}
          </a>
        </p>
      )}
      {state.is === 'failed' && (
        <Banner
          tone="warning"
          title={t.problems[state.code].what}
          actions={<Button onClick={again}>{t.pane.retry}</Button>}
        >
          {t.problems[state.code].help}
        </Banner>
      )}
      {(state.is === 'opened' || state.is === 'blocked') && waiting > 0 && (
        <p class="hint">{words.wide.stillWaiting(waiting)}</p>
      )}
      {state.is === 'opened' && (
        <div class="actions">
          <Button onClick={again}>{words.wide.again}</Button>
        </div>
      )}
    </div>
  );
}

async function handOver(pane: PaneState, signal: AbortSignal, tell: (state: State) => void): Promise<void> {
  const { widePage } = pane.services;
  if (!widePage) return;
  await sendWhatWaits(pane, signal);
  if (signal.aborted) return;
  tell({ is: 'asking' });
  const asked = await widePage.askCode(signal);
  if (signal.aborted) return;
  if (!asked.ok) return tell({ is: 'failed', code: asked.code });
  const address = widePage.addressWith(asked.code);
  tell({ is: widePage.open(address) ? 'opened' : 'blocked', address });
}

/** Resolves when nothing waits any more, at the latest when patience is over; offline at once. */
async function sendWhatWaits({ services }: PaneState, signal: AbortSignal): Promise<void> {
  const { device, clock } = services;
  if (device.state().waiting === 0) return;
  device.syncNow();
  const done = new AbortController();
  const until = AbortSignal.any([signal, done.signal]);
  const over = clock.after(patience, until).catch(() => undefined); // sent, or nobody waits any more
  device.onState(({ waiting, paused }) => {
    if (waiting === 0 || paused.includes('offline')) done.abort();
  }, until);
  await over;
}
