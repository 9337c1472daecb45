/** Keys that were pressed before the form was there for which they are meant. */
export interface TypeAhead {
  /** A form is about to open. */
  start(): void;
  /** Whether the key is held back for it. */
  takes(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean;
  /** The form is there: what was typed goes to its field. Without a field it is forgotten. */
  end(field?: Element | null): void;
}

/** Holds back what is typed between an act's letter and its form; what is no text, such as Enter, comes to nothing. */
export function createTypeAhead(): TypeAhead {
  let typed: string | undefined;
  return {
    start() {
      typed = '';
    },
    takes({ key, ctrlKey, metaKey, altKey }) {
      if (typed === undefined || ctrlKey || metaKey || altKey || key === 'Tab' || key === 'Escape') return false;
      if (key.length === 1) typed += key;
      return true;
    },
    end(field) {
      const text = typed ?? '';
      typed = undefined;
      const isText =
        field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
      if (text === '' || !isText) return;
      field.setRangeText(text, field.value.length, field.value.length, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}
