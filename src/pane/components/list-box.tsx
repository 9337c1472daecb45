import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { CheckIcon, ChevronIcon } from '../icons/icons.tsx';

export interface ListBoxGroup<Value extends string> {
  label: string;
  options: readonly (readonly [Value, string])[];
}

interface ListBoxProps<Value extends string> {
  label: string;
  value: Value | undefined;
  /** Shown while nothing is chosen. */
  placeholder: string;
  groups: readonly ListBoxGroup<Value>[];
  choose: (value: Value) => void;
}

/**
 * A choice from grouped options by the ARIA pattern of a select-only combobox: the focus stays on the button, arrows,
 * Home, End and letters move, Enter, Space and Tab choose, Escape closes.
 */
export function ListBox<Value extends string>({ label, value, placeholder, groups, choose }: ListBoxProps<Value>) {
  const id = useId();
  const [active, setActive] = useState<number>();
  const typed = useRef({ text: '', at: 0 });
  const list = useRef<HTMLDivElement>(null);
  const flat = groups.flatMap(({ options }) => options);
  const isOpen = active !== undefined;
  const chosenAt = flat.findIndex(([option]) => option === value);
  const open = () => setActive(Math.max(0, chosenAt));
  const close = () => setActive(undefined);
  const take = (at: number | undefined) => {
    const option = at === undefined ? undefined : flat[at];
    close();
    if (option && option[0] !== value) choose(option[0]);
  };
  useEffect(() => {
    if (active !== undefined) list.current?.querySelector('[data-active]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  const seek = (letter: string, time: number) => {
    const text = time - typed.current.at < 700 ? typed.current.text + letter : letter;
    typed.current = { text, at: time };
    const found = flat.findIndex(([, name]) => name.toLowerCase().startsWith(text));
    if (found >= 0) setActive(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = flat.length - 1;
    const to = {
      ArrowDown: isOpen ? Math.min(last, active + 1) : Math.max(0, chosenAt),
      ArrowUp: isOpen ? Math.max(0, active - 1) : Math.max(0, chosenAt),
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined) setActive(to);
    else if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Enter' || event.key === ' ') isOpen ? take(active) : open();
    else if (event.key === 'Tab' && isOpen) return take(active);
    else if (event.key.length === 1) seek(event.key.toLowerCase(), event.timeStamp);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  let index = -1;
  return (
    <div class="listbox">
      <button
        type="button"
        class="input listbox-button"
        role="combobox"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        onClick={() => (isOpen ? close() : open())}
        onBlur={close}
        onKeyDown={onKeyDown}
      >
        <span class="listbox-value">{flat[chosenAt]?.[1] ?? placeholder}</span>
        <ChevronIcon />
      </button>
      <div class="popup" id={`${id}-list`} role="listbox" aria-label={label} hidden={!isOpen} ref={list}>
        {isOpen &&
          groups.map((group, groupAt) => (
            // biome-ignore lint/a11y/useSemanticElements: an option group of a custom listbox
            <div key={group.label} role="group" aria-labelledby={`${id}-g${groupAt}`}>
              <div class="popup-heading" id={`${id}-g${groupAt}`} role="presentation">
                {group.label}
              </div>
              {group.options.map(([option, text]) => {
                index += 1;
                const at = index;
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays on the button, which has the keys
                  // biome-ignore lint/a11y/useFocusableInteractive: as above
                  <div
                    key={option}
                    id={`${id}-${at}`}
                    class="option"
                    role="option"
                    aria-selected={option === value}
                    data-active={at === active ? '' : undefined}
                    onMouseDown={(event) => event.preventDefault()}
                    onMouseMove={() => setActive(at)}
                    onClick={() => take(at)}
                  >
                    <span class="option-check">{option === value && <CheckIcon />}</span>
                    {text}
                  </div>
                );
              })}
            </div>
          ))}
      </div>
    </div>
  );
}
