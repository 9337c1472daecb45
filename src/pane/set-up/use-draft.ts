import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * What is typed over `stored`. As long as nothing was changed it follows what is stored, also when a colleague changes
 * that; what was typed stays until it is saved.
 */
export function useDraft<Draft>(stored: Draft): [Draft, (changes: Partial<Draft>) => void] {
  const [typed, setTyped] = useState<Draft>();
  const before = useRef(stored);
  const isSame = (a: Draft, b: Draft) => JSON.stringify(a) === JSON.stringify(b);
  // Back at what was stored, or what is stored has become what was typed: nothing is typed over it any more.
  const isOver = typed !== undefined && (isSame(typed, before.current) || isSame(typed, stored));
  before.current = stored;
  useEffect(() => {
    if (isOver) setTyped(undefined);
  }, [isOver]);
  const draft = typed === undefined || isOver ? stored : typed;
  return [draft, (changes) => setTyped({ ...draft, ...changes })];
}
