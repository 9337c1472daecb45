import './search.css';
import type { ComponentChildren } from 'preact';

/** One thing that was found. */
export interface FoundOption {
  key: string;
  take(): void;
  content: ComponentChildren;
}

export interface FoundGroup {
  label: string;
  options: readonly FoundOption[];
}

/** What was found, by kind. The focus stays in the field, which moves the active one and takes it. */
export function FoundList({
  id,
  label,
  groups,
  active,
  activate,
  take,
}: {
  id: string;
  label: string;
  groups: readonly FoundGroup[];
  active: number;
  activate: (at: number) => void;
  take: (option: FoundOption) => void;
}) {
  let last = -1;
  return (
    <div id={id} class="found" role="listbox" aria-label={label}>
      {groups.map((group, groupAt) => (
        // biome-ignore lint/a11y/useSemanticElements: an option group of a custom listbox
        <div key={group.label} role="group" aria-labelledby={`${id}-g${groupAt}`}>
          <div class="popup-heading" id={`${id}-g${groupAt}`} role="presentation">
            {group.label}
          </div>
          {group.options.map((option) => {
            last += 1;
            const at = last;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the field, which has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              <div
                key={option.key}
                id={`${id}-${at}`}
                class="option hit"
                role="option"
                aria-selected={at === active}
                data-active={at === active ? '' : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => activate(at)}
                onClick={() => take(option)}
              >
                {option.content}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
