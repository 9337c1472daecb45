import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { useSetUpTexts } from './use-texts.ts';

/** A deletion that asks first and says what goes and what stays. */
export function Remove({
  label,
  question,
  error,
  children,
  remove,
}: {
  label: string;
  question: string;
  error: string | undefined;
  children?: ComponentChildren;
  remove: () => Promise<void>;
}) {
  const words = useSetUpTexts();
  const [asks, setAsks] = useState(false);
  if (!asks)
    return (
      <div class="group">
        <Button onClick={() => setAsks(true)}>{label}</Button>
      </div>
    );
  return (
    <div class="group">
      <p>{question}</p>
      {children}
      {error && (
        <p class="hint" role="alert">
          <span class="field-error">{error}</span>
        </p>
      )}
      <div class="actions">
        <Button onClick={() => void remove()}>{words.removing.yes}</Button>
        <Button kind="subtle" autoFocus onClick={() => setAsks(false)}>
          {words.removing.keep}
        </Button>
      </div>
    </div>
  );
}
