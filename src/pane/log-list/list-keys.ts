/** What a key does while a row of the list has the focus. */
export type KeyAct =
  | { do: 'move'; to: 'next' | 'before' | 'page-on' | 'page-back' | 'first' | 'last'; extends: boolean }
  | {
      do: 'select' | 'open' | 'words' | 'help' | 'toggle' | 'evaluate' | 'comment' | 'follow-up' | 'correct' | 'again';
    };

const moves = {
  ArrowDown: 'next',
  ArrowUp: 'before',
  PageDown: 'page-on',
  PageUp: 'page-back',
  Home: 'first',
  End: 'last',
} as const;
/** How many rows a page is, for moving by one. */
export const pageOfRows = 8;

/** Not taken from the letters of a language, so that they are the same for everybody in a team. */
const letters = {
  c: 'toggle',
  e: 'evaluate',
  k: 'comment',
  f: 'follow-up',
  o: 'correct',
  r: 'again',
  '/': 'words',
  '?': 'help',
} as const;

/** Undefined: the key is none of the list's. Single characters count only where they are not turned off (WCAG 2.1.4). */
export function keyActOf(
  {
    key,
    shiftKey,
    ctrlKey,
    metaKey,
    altKey,
  }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  hasLetters: boolean,
): KeyAct | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (isKeyOf(moves, key)) return { do: 'move', to: moves[key], extends: shiftKey };
  if (key === ' ') return { do: 'select' };
  if (key === 'Enter') return { do: 'open' };
  const letter = key.toLowerCase();
  return hasLetters && isKeyOf(letters, letter) ? { do: letters[letter] } : undefined;
}

function isKeyOf<T extends object>(of: T, key: string): key is keyof T & string {
  return Object.hasOwn(of, key);
}

const preference = 'list-letters';

export function hasLetters(preferences: { get(key: string): string | undefined }): boolean {
  return preferences.get(preference) !== 'off';
}

export function keepLetters(preferences: { set(key: string, value: string): void }, isOn: boolean): void {
  preferences.set(preference, isOn ? 'on' : 'off');
}
