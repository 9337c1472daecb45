import { useRef } from 'preact/hooks';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { useKeptDraft } from '../state/kept-draft.ts';
import { usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { type Edited, editedFrom } from './corrected-fields.ts';
import { CorrectionForm } from './correction-form.tsx';
import { needed } from './needed.ts';

/** Corrects an entry as it was when this was opened. Only what is changed is sent. */
export function CorrectEntry({ shown, leave }: { shown: ShownEntry; leave: () => void }) {
  const pane = usePane();
  const { entry: texts } = useTexts();
  const { device } = pane.services;
  const { kept, keep, drop } = useKeptDraft<{ saw: LogEntry; edited: Edited }>(`correct ${shown.entry.id}`);
  // What was typed before is compared with what was seen then: a colleague's correction since is not taken back by it.
  const { current: entry } = useRef(kept?.saw ?? shown.entry);
  const end = () => {
    drop();
    leave();
  };
  return (
    <CorrectionForm
      saw={entry}
      first={kept?.edited ?? editedFrom(entry)}
      button={texts.correctSave}
      keep={(edited) => keep({ saw: entry, edited })}
      leave={end}
      save={async (correction) => {
        const envelope = device.envelope(needed(shown.pending));
        const command = { ...envelope, type: 'correct-interaction', entryId: entry.id, ...correction } as const;
        if (await performAct(command, texts.corrected, pane)) end();
      }}
    />
  );
}
