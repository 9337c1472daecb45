import { cut } from '../../../domain/text.ts';
import { Banner } from '../../components/banner.tsx';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { isField } from './filter-query.ts';

/** As much of a value as is needed to know it again. */
const longest = 40;

/** Says what the page's address held that nothing can be filtered by, so that nobody takes more for what was asked for. */
export function UnusableParts() {
  const { unusableParts, format } = usePane();
  const { filter: t } = useLogListTexts();
  const parts = unusableParts.value;
  if (parts.length === 0) return null;
  const inWords = parts.map(({ name, value }) =>
    t.unusablePart(isField(name) ? t.fields[name] : name, value.length > longest ? `${cut(value, longest)}…` : value),
  );
  return (
    <Banner tone="warning" title={t.unusable}>
      {t.unusableHelp(format.value.list(inWords))}
    </Banner>
  );
}
