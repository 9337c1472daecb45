import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './components/button.tsx';
import { useMenuCounts } from './follow-ups/menu-counts.ts';
import { BackIcon, LogoIcon, MenuIcon, SearchIcon } from './icons/icons.tsx';
import { languageNames, type PaneLanguage } from './messages/messages.ts';
import { useFirstMessages, usePane } from './state/pane-context.ts';
import type { View } from './state/pane-state.ts';

const other: Record<PaneLanguage, PaneLanguage> = { en: 'fi', fi: 'en' };

/** The pane's first line: its name or the way back, search, menu and language. */
export function Header() {
  const pane = usePane();
  const t = useFirstMessages();
  const { view, isWide } = pane;
  const next = other[pane.language.value];
  return (
    <header class="header">
      {view.value === 'home' || isWide.value ? (
        <span class="brand">
          <LogoIcon /> Interlog
        </span>
      ) : (
        <Button kind="subtle" icon={<BackIcon />} onClick={() => (view.value = 'home')}>
          {t.pane.back}
        </Button>
      )}
      <span class="spacer" />
      <Button
        kind="subtle"
        icon={<SearchIcon />}
        aria-label={t.pane.find}
        title={t.pane.find}
        onClick={() => (view.value = 'search')}
      />
      {!isWide.value && <Menu />}
      <Button
        kind="subtle"
        class="language"
        lang={next}
        aria-label={`${next.toUpperCase()}, ${languageNames[next]}`}
        title={languageNames[next]}
        onClick={() => void pane.setLanguage(next)}
      >
        {next.toUpperCase()}
      </Button>
    </header>
  );
}

/** Where one can go from anywhere: the menu's items, on the wide page its first column. `isShown`: counts are read. */
export function usePlaces(isShown: boolean): [View, string][] {
  const { isWide, services, sync } = usePane();
  const t = useFirstMessages();
  const counts = useMenuCounts(isShown);
  const home: [View, string][] = [['home', t.menu.home]];
  const wide: [View, string][] = [['wide', t.menu.wide]];
  return [
    ...(isWide.value ? [] : home),
    ...([
      ['new', t.menu.new],
      ['due', t.menu.due(counts.due)],
      ['postponed', t.menu.postponed(counts.postponed)],
      ['log', t.menu.log],
      ['contacts', t.menu.contacts],
      ['templates', t.menu.templates],
      ['campaigns', t.menu.campaigns],
      ['attention', sync.value.refused > 0 ? t.status.attention(sync.value.refused) : t.menu.attention],
      ['settings', t.menu.settings],
    ] satisfies [View, string][]),
    ...(services.widePage ? wide : []),
  ];
}

function Menu() {
  const { view } = usePane();
  const t = useFirstMessages();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = () => around.current?.querySelector<HTMLElement>('button');
  const items = () => [...(around.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useEffect(() => {
    if (isOpen) items()[0]?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button()?.focus();
  };
  const entries = usePlaces(isOpen);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.findIndex((item) => item.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="menu"
      ref={around}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOpen(false);
      }}
    >
      <Button
        kind="subtle"
        icon={<MenuIcon />}
        aria-label={t.pane.menu}
        title={t.pane.menu}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      />
      <div class="popup menu-items" id={id} role="menu" aria-label={t.pane.menu} hidden={!isOpen} onKeyDown={onKeyDown}>
        {entries.map(([key, text]) => (
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            key={key}
            data-view={key}
            class="option"
            aria-current={view.value === key ? 'page' : undefined}
            onClick={() => {
              view.value = key;
              close();
            }}
          >
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}
