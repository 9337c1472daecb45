import type { LogFilter } from '../../domain/log-filter.ts';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import { SelectField } from '../components/field.tsx';
import { usePane } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';

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
  const pane = usePane();
  const options = codesOf(part, filter[part], pane);
  return (
    <SelectField
      label={label}
      value={(filter[part] ?? '') as string}
      options={[['', none], ...options]}
      choose={(code) => change({ ...filter, [part]: code === '' ? undefined : code })}
    />
  );
}

/** What is offered, and what is chosen though it is offered no more. */
function codesOf(part: CodePart, chosen: string | undefined, pane: PaneState): [string, string][] {
  const setup = pane.setup.value;
  const language = pane.language.value;
  if (!setup) return [];
  if (part === 'salesperson')
    return setup.salespeople.filter((one) => isOffered(one) || one.id === chosen).map(({ id, name }) => [id, name]);
  if (part === 'campaign')
    return setup.campaigns
      .filter((one) => isOffered(one) || one.id === chosen)
      .map(({ id, description }) => [id, description]);
  const rows = part === 'template' ? setup.templates : setup.groups;
  return rows
    .filter((one) => isOffered(one) || one.id === chosen)
    .map((one): [string, string] => [one.id, describe(one, [language])]);
}
