import type { LogFilter } from '../../domain/log-filter.ts';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import type { Setup } from '../../store/local-store.ts';
import { SelectField } from '../components/field.tsx';
import { usePane } from '../state/pane-context.ts';
import { useWholeLogTexts } from './use-whole-log-texts.ts';

type CodePart = 'template' | 'group' | 'salesperson' | 'campaign';
type Codes = Pick<LogFilter, CodePart>;

/** One part of a filter that is a code of the set-up, chosen by its name; `none` stands for all of them. */
export function CodeField<Filter extends Codes>({
  part,
  label,
  none,
  filter,
  change,
}: {
  part: CodePart;
  label: string;
  none: string;
  filter: Filter;
  change: (filter: Filter) => void;
}) {
  const { setup, language } = usePane();
  const t = useWholeLogTexts();
  const named = setup.value ? namedIn(setup.value, part, language.value) : [];
  const chosen = filter[part] as string | undefined;
  // Entries keep the code of what was deleted, and are found by it: it is offered after the others.
  const offered = named.filter(isOffered).map(({ code, name }) => [code, name] as const);
  const deleted = named.filter((one) => !isOffered(one)).map(({ code, name }) => [code, t.deleted(name)] as const);
  // An address may name what this set-up never had.
  const unknown = chosen === undefined || named.some(({ code }) => code === chosen) ? [] : [[chosen, chosen] as const];
  return (
    <SelectField<string>
      label={label}
      value={chosen ?? ''}
      options={[['', none], ...offered, ...deleted, ...unknown]}
      choose={(code) => change({ ...filter, [part]: code === '' ? undefined : code })}
    />
  );
}

/** Everything of one kind that the set-up has or had, by the name that people know it by. */
function namedIn(setup: Setup, part: CodePart, language: string): { code: string; name: string; deleted: boolean }[] {
  switch (part) {
    case 'salesperson':
      return setup.salespeople.map(({ id, name, deleted }) => ({ code: id, name: name || id, deleted }));
    case 'campaign':
      return setup.campaigns.map(({ id, description, deleted }) => ({ code: id, name: description || id, deleted }));
    case 'template':
    case 'group': {
      const rows = part === 'template' ? setup.templates : setup.groups;
      return rows.map((one) => ({ code: one.id, name: describe(one, [language]), deleted: one.deleted }));
    }
  }
}
