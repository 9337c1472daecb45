import type { Contact } from '../../domain/contact.ts';
import { useCleanUpTexts } from '../clean-up/use-clean-up-texts.ts';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { FileProgress } from '../whole-log/file-progress.tsx';
import { useFile } from '../whole-log/use-file.ts';

/** What managers and admins do when a person asks about their data: all of it as a file; admins also erase it. */
export function DataSubject({ contact, erase }: { contact: Contact; erase: () => void }) {
  const pane = usePane();
  const { person: t } = useCleanUpTexts();
  const { device } = pane.services;
  const { state, get, stop } = useFile();
  const { role } = device.actor;
  if (role === 'salesperson' || contact.type !== 'person') return null;
  // Named by its number: a file's name is seen by more people than the file.
  const name = `interlog-person-${contact.no ?? 'new'}-${pane.today.value}.json`;
  return (
    <section class="group" aria-label={t.heading}>
      <h2 class="heading">{t.heading}</h2>
      <div class="actions">
        <Button
          disabled={state.is === 'fetching'}
          onClick={() => get(name, (take, signal) => device.wholeLog.personFile(contact.id, take, signal))}
        >
          {t.file}
        </Button>
        {role === 'admin' && <Button onClick={erase}>{t.erase}</Button>}
      </div>
      <p class="hint">{t.fileHelp}</p>
      <FileProgress state={state} stop={stop} />
    </section>
  );
}
