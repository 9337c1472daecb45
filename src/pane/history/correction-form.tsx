import { useState } from 'preact/hooks';
import type { Correctable } from '../../domain/commands/correct-interaction.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { instantOf } from '../../domain/time.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { SelectField, TextArea, TextField } from '../components/field.tsx';
import { PillChoice } from '../components/pill-choice.tsx';
import { CampaignField } from '../log-view/campaign-field.tsx';
import { LanguageField } from '../log-view/language-field.tsx';
import { logFromInWords } from '../log-view/log-from-in-words.ts';
import { SalespersonField } from '../log-view/salesperson-field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { correctedFields, type Edited } from './corrected-fields.ts';

interface CorrectionFormProps {
  /** The entry that the person sees. Only what is changed of it is saved. */
  saw: LogEntry;
  first: Edited;
  button: string;
  /** Told of all that is changed. */
  keep?: (edited: Edited) => void;
  save: (correction: { saw: Correctable; to: Correctable }) => Promise<void>;
  leave: () => void;
}

/** The fields of an entry that may be corrected. */
export function CorrectionForm({ saw, first, button, keep, save, leave }: CorrectionFormProps) {
  const pane = usePane();
  const t = useMessages();
  const { entry: texts, byHand } = useTexts();
  const [edited, setEdited] = useState(first);
  const change = (patch: Partial<Edited>) => {
    const next = { ...edited, ...patch };
    setEdited(next);
    keep?.(next);
  };
  const result = correctedFields(saw, edited, instantOf(pane.now.value));
  const wrong =
    result.wrong === 'ahead'
      ? logFromInWords(result.logFrom, saw.zone, pane)
      : result.wrong && t.form.cannot[result.wrong];
  const isSame = result.wrong === undefined && Object.keys(result.to).length === 0;
  const currency = pane.setup.value?.workspace?.currency ?? '';
  return (
    <form
      class="cancel"
      aria-label={texts.correct}
      onSubmit={(event) => {
        event.preventDefault();
        if (result.wrong === undefined && !isSame) void save({ saw: result.saw, to: result.to });
      }}
    >
      <TextField
        label={t.form.description}
        maxLength={100}
        autoFocus
        value={edited.description}
        onInput={(event) => change({ description: event.currentTarget.value })}
      />
      <PillChoice
        label={t.form.reached}
        value={edited.attemptFailed ? 'no' : 'yes'}
        options={[
          ['yes', t.form.wasReached],
          ['no', t.form.attemptFailed],
        ]}
        choose={(reached) => change({ attemptFailed: reached === 'no' })}
      />
      <TextArea
        label={t.form.note}
        rows={3}
        maxLength={10_000}
        value={edited.note}
        onInput={(event) => change({ note: event.currentTarget.value })}
      />
      <div class="more">
        <TextField
          label={t.form.date}
          type="date"
          value={edited.day}
          onInput={(event) => change({ day: event.currentTarget.value })}
        />
        <TextField
          label={t.form.time}
          type="time"
          value={edited.time}
          onInput={(event) => change({ time: event.currentTarget.value })}
        />
        <TextField
          label={t.form.minutes}
          inputMode="numeric"
          maxLength={7}
          value={edited.minutes}
          onInput={(event) => change({ minutes: event.currentTarget.value })}
        />
        <TextField
          label={t.form.cost(currency)}
          inputMode="decimal"
          maxLength={14}
          value={edited.cost}
          onInput={(event) => change({ cost: event.currentTarget.value })}
        />
        <SelectField
          label={t.form.flow}
          value={edited.flow}
          options={(['', 'outbound', 'inbound'] as const).map((one) => [one, t.form.flows[one]] as const)}
          choose={(flow) => change({ flow })}
        />
        <SelectField
          label={t.form.initiatedBy}
          value={edited.initiatedBy}
          options={(['', 'us', 'them'] as const).map((one) => [one, t.form.initiators[one]] as const)}
          choose={(initiatedBy) => change({ initiatedBy })}
        />
        <div class="wide">
          <SelectField
            label={t.form.correspondenceType}
            value={edited.correspondenceType}
            options={(['', 'hard-copy', 'email', 'fax'] as const).map((one) => [one, t.form.types[one]] as const)}
            choose={(correspondenceType) => change({ correspondenceType })}
          />
        </div>
        <div class="wide">
          <TextField
            label={byHand.via}
            maxLength={320}
            value={edited.contactVia}
            onInput={(event) => change({ contactVia: event.currentTarget.value })}
          />
        </div>
        <div class="wide">
          <SalespersonField code={edited.salespersonCode} choose={(salespersonCode) => change({ salespersonCode })} />
        </div>
        <div class="wide">
          <LanguageField language={edited.language} choose={(language) => change({ language })} />
        </div>
        <CampaignField
          chosen={edited}
          choose={(campaignCode) => change({ campaignCode, campaignTarget: false, campaignResponse: false })}
          mark={change}
        />
      </div>
      <p class="hint" role="status">
        {wrong ?? (isSame ? texts.nothingChanged : '')}
      </p>
      <div class="actions">
        <Button type="submit" aria-disabled={result.wrong !== undefined || isSame}>
          {button}
        </Button>
        <Button kind="subtle" onClick={leave}>
          {texts.leave}
        </Button>
      </div>
    </form>
  );
}
