import { useState } from 'preact/hooks';
import type { StoredLevel } from '../../domain/choices.ts';
import { longestText } from '../../domain/longest.ts';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/field.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { EyeIcon } from '../icons/icons.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { LogSubject } from './log-subject.ts';

const PayloadPreview = lazyPart(async () => (await import('./payload-preview.tsx')).PayloadPreview, 6);

/** How much is stored and who reads it; the eye shows all of it before the click. */
export function StoresField({ subject, hasNote }: { subject: LogSubject; hasNote: boolean }) {
  const { services } = usePane();
  const t = useMessages();
  const [showsPayload, setShowsPayload] = useState(false);
  const { level, audience, isSensitive, part } = subject.form.value;
  const text = subject.text.value;
  const levels: StoredLevel[] =
    subject.item && services.host.can.readsBody ? ['details', 'note', 'text'] : ['details', 'note'];
  return (
    <div class="storing">
      <div class="stores">
        <SelectField
          label={t.form.stores}
          value={level}
          options={levels.map((one) => [one, t.form.levels[one]] as const)}
          choose={(chosen) => subject.change({ level: chosen })}
        />
        <Button
          kind="subtle"
          icon={<EyeIcon />}
          aria-label={showsPayload ? t.form.hide : t.form.show}
          title={showsPayload ? t.form.hide : t.form.show}
          aria-expanded={showsPayload}
          onClick={() => setShowsPayload(!showsPayload)}
        />
      </div>
      {(level === 'text' || (level === 'note' && hasNote)) && (
        <SelectField
          label={t.form.audience}
          value={audience}
          options={(['team', 'managers'] as const).map((one) => [one, t.form.audiences[one]] as const)}
          choose={(chosen) => subject.change({ audience: chosen })}
        />
      )}
      {level === 'text' && text.state === 'read' && (
        <SelectField
          label={t.form.part}
          value={part}
          options={(['newest', 'full'] as const).map((one) => [one, t.form.parts[one]] as const)}
          choose={(chosen) => subject.change({ part: chosen })}
          hint={text.text[part].length >= longestText ? t.form.textCut : undefined}
        />
      )}
      <p class="hint stores-hint" role="status">
        {text.state === 'reading' && t.form.readingText}
        {text.state === 'failed' && t.form.noText}
        {isSensitive && level === 'details' && t.form.sensitiveLevel}
      </p>
      {showsPayload && <PayloadPreview subject={subject} />}
    </div>
  );
}
