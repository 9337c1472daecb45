import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { UndoLine } from '../../components/undo-line.tsx';
import { UndoIcon } from '../../icons/icons.tsx';
import { useLastDone } from '../../state/last-done.ts';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { countOf } from './filter-query.ts';
import { RenameFilter } from './rename-filter.tsx';
import { SaveFilter } from './save-filter.tsx';
import { removeFilter, type SavedFilter } from './saved-filters.ts';

/** The filters that were saved by name: to be set, renamed and deleted; and the one that is set, to be saved. */
export function SavedFilterList({
  saved,
  setSaved,
}: {
  saved: readonly SavedFilter[];
  setSaved: (saved: readonly SavedFilter[]) => void;
}) {
  const pane = usePane();
  const texts = useLogListTexts();
  const t = texts.filter;
  const [renamed, setRenamed] = useState<string>();
  const removed = useLastDone<{ name: string; undo: () => SavedFilter[] }>('removed filter');
  const section = useRef<HTMLElement>(null);
  // What had the focus goes away with what was done: the name of a button that has it then.
  const next = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (next.current === undefined) return;
    const buttons = [...(section.current?.querySelectorAll('button') ?? [])];
    buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === next.current)?.focus();
    next.current = undefined;
  });
  const take = (all: readonly SavedFilter[]) => {
    setSaved(all);
    removed.drop();
  };
  const leaveName = (name: string) => {
    next.current = t.renameOf(name);
    setRenamed(undefined);
  };
  const last = removed.value.value;
  return (
    <section class="saved-filters" aria-label={t.saved} data-place="savedFilters" ref={section}>
      {saved.length > 0 && <h3 class="heading">{t.saved}</h3>}
      <ul>
        {saved.map((one) => (
          <li key={one.name} class="saved-filter">
            {renamed === one.name ? (
              <RenameFilter
                name={one.name}
                leave={() => leaveName(one.name)}
                done={(all, name) => {
                  take(all);
                  leaveName(name);
                }}
              />
            ) : (
              <>
                <Button kind="link" class="saved-name" onClick={() => (pane.logFilter.value = one.filter)}>
                  {one.name}
                </Button>
                <Button kind="link" aria-label={t.renameOf(one.name)} onClick={() => setRenamed(one.name)}>
                  {t.rename}
                </Button>
                <Button
                  kind="link"
                  aria-label={t.removeOf(one.name)}
                  onClick={() => {
                    const { saved: rest, undo } = removeFilter(pane, one.name);
                    setSaved(rest);
                    removed.put({ name: one.name, undo }, 'over');
                    pane.announce(t.removed(one.name));
                    next.current = texts.act.undo;
                  }}
                >
                  {t.remove1}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {last && (
        <UndoLine key={last.name} last={removed}>
          <p>
            {t.removed(last.name)}{' '}
            <Button
              kind="link"
              icon={<UndoIcon />}
              onClick={() => {
                take(last.undo());
                pane.announce(texts.act.undone);
                next.current = last.name;
              }}
            >
              {texts.act.undo}
            </Button>
          </p>
        </UndoLine>
      )}
      {saved.length === 0 && countOf(pane.logFilter.value) === 0 && <p class="hint">{t.noneSaved}</p>}
      {countOf(pane.logFilter.value) > 0 && <SaveFilter count={saved.length} done={take} />}
    </section>
  );
}
