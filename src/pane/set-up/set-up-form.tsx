import './set-up.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { DraftNotice } from '../components/draft-notice.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { NotSaved } from './save-set-up.ts';
import { StoredNow } from './stored-now.tsx';
import type { Draft } from './use-draft.ts';
import { useSetUpTexts } from './use-texts.ts';

/**
 * The frame of a form of the set-up: read by everybody, saved by admins. Why the last save was refused stands above the
 * fields unless a field says it; when somebody else changed the same, also what is stored `now`.
 */
export function SetUpForm({
  errors,
  refusal,
  draft,
  isGone,
  now,
  button,
  save,
  leave,
  children,
  below,
  question,
}: {
  /** When it changes, the first field that is at fault is focused. */
  errors?: unknown;
  refusal?: NotSaved | undefined;
  draft: Pick<Draft<unknown, unknown>, 'isKept' | 'discard'>;
  /** Somebody has deleted the row meanwhile. */
  isGone: boolean;
  /** What is stored where it differs from what is typed: labels and values. */
  now: readonly (readonly [label: string, value: string])[];
  button: string;
  save: () => Promise<void>;
  /** The way out of a form that stands in another view. */
  leave?: (() => void) | undefined;
  children: ComponentChildren;
  below?: ComponentChildren;
  /** Asked before it is saved; stands where the button to save was. */
  question?: ComponentChildren;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors]);
  const isAdmin = pane.services.device.account.role === 'admin';
  return (
    <form
      ref={form}
      class="set-up-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {refusal && (
        <Banner tone="danger" title={t.problems[refusal.code].what}>
          {refusal.field && refusal.code !== 'changed-meanwhile'
            ? `${words.notSaved} (${refusal.field})`
            : t.problems[refusal.code].help}
        </Banner>
      )}
      {draft.isKept && <DraftNotice discard={draft.discard} />}
      {isGone && <Banner tone="warning" title={words.gone} />}
      {(refusal?.code === 'changed-meanwhile' || leave) && <StoredNow values={now} />}
      <fieldset class="leave-out set-up-fields" disabled={!isAdmin}>
        {children}
      </fieldset>
      {below}
      {question}
      {isAdmin && !question && (
        <div class="actions">
          <Button kind="primary" type="submit">
            {leave ? t.attention.send : button}
          </Button>
          {leave && (
            <Button kind="subtle" onClick={leave}>
              {t.attention.keep}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
