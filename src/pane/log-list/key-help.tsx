import { CheckField } from '../set-up/check-field.tsx';
import { usePane } from '../state/pane-context.ts';
import { hasLetters, keepLetters } from './list-keys.ts';
import { useLogListTexts } from './use-log-list-texts.ts';

const shown = ['move', 'select', 'enter', 'cancel', 'evaluate', 'comment', 'followUp', 'correct', 'again'] as const;

/** What the keyboard does in the list, and whether single letters do. */
export function KeyHelp({ changed }: { changed: (isOn: boolean) => void }) {
  const { preferences } = usePane().services;
  const t = useLogListTexts().keys;
  return (
    <section class="key-help" aria-label={t.open}>
      <h2 class="heading">{t.heading}</h2>
      <ul>
        {[...shown, 'text' as const, 'help' as const].map((key) => (
          <li key={key}>{t[key]}</li>
        ))}
      </ul>
      <CheckField
        label={t.letters}
        checked={hasLetters(preferences)}
        choose={(isOn) => {
          keepLetters(preferences, isOn);
          changed(isOn);
        }}
      />
    </section>
  );
}
