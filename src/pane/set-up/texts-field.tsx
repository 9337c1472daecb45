import type { StoreReader } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { languageName, languagesToChoose } from '../contacts/language-name.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { fieldHint } from './field-error.tsx';
import { useSetUpTexts } from './use-texts.ts';

type Texts = readonly (readonly [language: string, text: string])[];

/** Texts in their languages as one line. */
export function textsInWords(texts: Texts): string {
  return texts.map(([language, text]) => `${language}: ${text}`).join(', ');
}

/** One text in any number of languages: a line each. */
export function TextsField({
  texts,
  error,
  isFixed,
  change,
}: {
  texts: Texts;
  error?: string | undefined;
  /** They are only read: no language comes or goes. */
  isFixed: boolean;
  change: (texts: Texts) => void;
}) {
  const pane = usePane();
  const t = useSetUpTexts();
  const nameOf = (code: string) => languageName(code, pane.language.value);
  const theirs = useWatch('languages of contacts', languagesOfContacts);
  const missing = languagesToChoose(pane.setup.value?.templates, theirs).filter(
    (code) => !texts.some(([language]) => language === code),
  );
  return (
    <div class="texts">
      {texts.map(([language, text], at) => (
        <div class="texts-line" key={language}>
          <TextField
            label={t.template.textIn(nameOf(language))}
            value={text}
            maxLength={100}
            lang={language}
            aria-invalid={error !== undefined}
            hint={at === texts.length - 1 ? fieldHint(error) : undefined}
            onInput={(event) => {
              const typed = event.currentTarget.value;
              change(texts.map((one) => (one[0] === language ? [language, typed] : one)));
            }}
          />
          {texts.length > 1 && !isFixed && (
            <Button
              kind="link"
              aria-label={t.template.removeLanguage(nameOf(language))}
              onClick={() => change(texts.filter(([one]) => one !== language))}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      {!isFixed && (
        <SelectField
          label={t.template.addLanguage}
          value=""
          options={[['', t.template.chooseLanguage], ...missing.map((code) => [code, nameOf(code)] as const)]}
          choose={(code) => {
            if (code !== '') change([...texts, [code, '']]);
          }}
        />
      )}
    </div>
  );
}

async function languagesOfContacts(reader: StoreReader): Promise<string[]> {
  return [...new Set((await reader.contacts()).map(({ language }) => language))];
}
