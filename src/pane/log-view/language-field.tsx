import type { Language } from '../../domain/choices.ts';
import { SelectField } from '../components/field.tsx';
import { languageName, languagesToChoose } from '../contacts/language-name.ts';
import { useMessages, usePane } from '../state/pane-context.ts';

/** The language of an interaction. */
export function LanguageField({
  language,
  also = [],
  choose,
}: {
  language: Language;
  /** Those of the contacts. */
  also?: readonly Language[];
  choose: (language: Language) => void;
}) {
  const pane = usePane();
  const t = useMessages();
  return (
    <SelectField
      label={t.payload.fields.language}
      value={language}
      options={[
        ['' as Language, t.form.none] as const,
        ...languagesToChoose(pane.setup.value?.templates, [...also, language]).map(
          (tag) => [tag, languageName(tag, pane.language.value)] as const,
        ),
      ]}
      choose={choose}
    />
  );
}
