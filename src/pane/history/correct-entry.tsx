import { useRef } from 'preact/hooks';
import type { ShownEntry } from '../../store/local-store.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { editedFrom } from './corrected-fields.ts';
import { CorrectionForm } from './correction-form.tsx';
import { needed } from './entry-actions.ts';

/** Corrects an entry as it was when this was opened. Only what is changed is sent. */
export function CorrectEntry({ shown, leave }: { shown: ShownEntry; leave: () => void }) {
  const pane = usePane();
  const { entry: texts } = useTexts();
  const { current: entry } = useRef(shown.entry);
  const { device } = pane.services;
  return (
    <CorrectionForm
      saw={entry}
      first={editedFrom(entry)}
      button={texts.correctSave}
      leave={leave}
      save={async (correction) => {
        const envelope = device.envelope(needed(shown.pending));
        const command = { ...envelope, type: 'correct-interaction', entryId: entry.id, ...correction } as const;
        if (await performAct(command, texts.corrected, pane)) leave();
      }}
    />
  );
}
