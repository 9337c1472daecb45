import type { SyncState } from '../../sync/device.ts';
import { Button } from '../components/button.tsx';
import { OfflineIcon, WarningIcon } from '../icons/icons.tsx';
import type { FirstMessages } from '../messages/messages.ts';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import { toAttend } from './to-attend.ts';

/** The pane's last line: how this device stands to the team's log, in words. */
export function StatusLine() {
  const { sync, view, services } = usePane();
  const t = useFirstMessages();
  const state = sync.value;
  const { isOut, text } = inWords(state, t);
  const attended = toAttend(state);
  return (
    <footer class="status">
      <span class="status-text" role="status">
        {isOut && <OfflineIcon />}
        {text}
      </span>
      {state.phase === 'waiting-to-retry' && (
        <Button kind="link" onClick={() => services.device.syncNow()}>
          {t.status.retryNow}
        </Button>
      )}
      {attended > 0 && view.value !== 'attention' && (
        <Button kind="link" class="status-attention" icon={<WarningIcon />} onClick={() => (view.value = 'attention')}>
          {t.status.attention(attended)}
        </Button>
      )}
    </footer>
  );
}

function inWords(state: SyncState, t: FirstMessages): { isOut: boolean; text: string } {
  const { paused, waiting, problem, phase } = state;
  const with_ = (what: string) => (waiting > 0 ? `${what}, ${t.status.waiting(waiting)}` : what);
  if (paused.includes('offline')) return { isOut: true, text: with_(t.status.offline) };
  if (problem === 'server-unreachable') return { isOut: true, text: with_(t.status.unreachable) };
  if (waiting > 0)
    return { isOut: false, text: phase === 'pushing' ? t.status.sending(waiting) : t.status.waiting(waiting) };
  if (phase === 'pulling' && state.upToDateAt === undefined) return { isOut: false, text: t.status.syncing };
  return { isOut: false, text: state.upToDateAt === undefined ? t.status.notYet : t.status.upToDate };
}
