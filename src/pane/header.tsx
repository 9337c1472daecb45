import { useId, useRef, useState } from 'preact/hooks';
import { Button } from './components/button.tsx';
import { lazyPart } from './components/lazy-part.tsx';
import { BackIcon, LogoIcon, MenuIcon, SearchIcon } from './icons/icons.tsx';
import { languageNames, type PaneLanguage } from './messages/messages.ts';
import { useFirstMessages, usePane } from './state/pane-context.ts';

export const MenuItems = lazyPart(async () => (await import('./menu-items.tsx')).MenuItems, 8);
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
        <Button kind="subtle" icon={<BackIcon />} onClick={pane.back}>
          {t.pane.back}
        </Button>
      )}
      <span class="spacer" />
      <Button
        kind="subtle"
        icon={<SearchIcon />}
        aria-label={t.pane.find}
        title={t.pane.find}
        onClick={() => {
          pane.searchText.value = '';
          view.value = 'search';
        }}
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

/** The button is there at once, what it opens when it is opened. */
function Menu() {
  const t = useFirstMessages();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    around.current?.querySelector<HTMLElement>('button')?.focus();
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
      <div class="popup menu-items" id={id} hidden={!isOpen}>
        {isOpen && <MenuItems close={close} />}
      </div>
    </div>
  );
}
