import { Fragment } from 'preact';
import { markSought } from '../../domain/sought-words.ts';

/** Text with the beginnings of the sought words marked. */
export function Marked({ text, sought }: { text: string; sought: readonly string[] }) {
  if (sought.length === 0) return <>{text}</>;
  return (
    <>
      {markSought(text, sought).map((part, at) =>
        part.isSought ? <mark key={at}>{part.text}</mark> : <Fragment key={at}>{part.text}</Fragment>,
      )}
    </>
  );
}
