import { useEffect, useRef, useState } from 'preact/hooks';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { useKeptDraft } from '../state/kept-draft.ts';

/** What stands in a form, and the row that it is typed over. */
export interface Draft<Fields, Seen> {
  fields: Fields;
  /** What was stored when the first change was typed: what the person saw. */
  saw: Seen;
  change: (changes: Partial<Fields>) => void;
  /** The person looks at what is stored by now: only what they changed themselves stands over that. */
  look: () => void;
  /** It stands here from before the form was left. */
  isKept: boolean;
  /** Gives up what was typed. */
  discard: () => void;
  /** It was saved: what is stored counts as soon as it is that, and it is not there again when the form is opened the next time. */
  saved: () => void;
}

interface Typed<Fields, Seen> {
  fields: Fields;
  over: Fields;
  saw: Seen;
  /** It may be stored in other words: `12,50` as 12.5. */
  isSaved?: boolean;
}

/**
 * What is typed over `stored`, the fields of `row`. As long as nothing was changed it follows what is stored, also when a
 * colleague changes that; what was typed stays until it is saved, under `key` also when the form is left. `first` is typed
 * over it from the start, unless something was kept.
 */
export function useDraft<Fields extends object, Seen>(
  stored: Fields,
  row: Seen,
  { first, key }: { first?: Fields | undefined; key?: string | undefined },
): Draft<Fields, Seen> {
  const { kept, keep, drop } = useKeptDraft<Typed<Fields, Seen>>(key);
  const [typed, setTyped] = useState<Typed<Fields, Seen> | undefined>(
    kept ?? (first && { fields: first, over: stored, saw: row }),
  );
  const [isFromBefore, setFromBefore] = useState(first === undefined && kept !== undefined);
  const put = (next: Typed<Fields, Seen> | undefined) => {
    if (next) keep(next);
    else {
      drop();
      setFromBefore(false);
    }
    setTyped(next);
  };
  const before = useRef(stored);
  // Back at what was stored, or what is stored has become what was typed: nothing is typed over it any more.
  const isOver =
    typed !== undefined &&
    (isSame(typed.fields, before.current) ||
      isSame(typed.fields, stored) ||
      (typed.isSaved === true && !isSame(typed.over, stored)));
  before.current = stored;
  useEffect(() => {
    if (isOver) put(undefined);
  }, [isOver]);
  const { fields, over, saw } = typed === undefined || isOver ? { fields: stored, over: stored, saw: row } : typed;
  return {
    fields,
    saw,
    change: (changes) => put({ fields: { ...fields, ...changes }, over, saw }),
    look: () => put({ fields: laidOver(stored, over, fields), over: stored, saw: row }),
    isKept: isFromBefore && typed !== undefined && !isOver,
    discard: () => put(undefined),
    saved: () => {
      drop();
      setTyped((now) => now && { ...now, isSaved: true });
    },
  };
}

/** What a form shows first of a refused change that `wanted` a row which its author `saw`: what they changed, over `stored`. */
export function mended<Fields extends object>(stored: Fields, wanted: Fields, saw: Fields | null): Fields {
  return saw === null ? wanted : laidOver(stored, saw, wanted);
}

/** `stored` with the fields over it that were typed otherwise than they stood in `before`. */
export function laidOver<Fields extends object>(stored: Fields, before: Fields, typed: Fields): Fields {
  const mine = (Object.keys(typed) as (keyof Fields)[]).filter((field) => !isSame(typed[field], before[field])); // its own keys
  return { ...stored, ...Object.fromEntries(mine.map((field) => [field, typed[field]])) };
}

/** Whether two forms hold the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
