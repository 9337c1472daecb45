import { useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemCode } from '../../domain/problem-code.ts';
import type { LookUp } from '../../sync/device.ts';
import type { TakePiece } from '../../sync/whole-log.ts';
import { usePane } from '../state/pane-context.ts';

/** How far a file has come. Whatever is not `saved` has left nothing behind. */
export type FileState =
  | { is: 'none' | 'stopped' }
  | { is: 'fetching'; bytes: number }
  | { is: 'saved'; name: string; bytes: number }
  | { is: 'failed'; why: ProblemCode };

/** Asks the server for a file. */
export type AskFile = (take: TakePiece, signal: AbortSignal) => Promise<LookUp<true>>;

const mostInMemory = 1_000_000;

/** Fetches one file at a time and hands it to the person when all of it is here; leaving the view stops it. */
export function useFile(): {
  state: FileState;
  get(name: string, ask: AskFile): void;
  stop(): void;
  /** Says no more what became of the last file; one that is on its way goes on. */
  forget(): void;
} {
  const pane = usePane();
  const [state, setState] = useState<FileState>({ is: 'none' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (name: string, ask: AskFile, { signal }: AbortController) => {
    // What has come goes out of the way piece by piece: a browser keeps blobs on its disk, text in the page's memory.
    const blobs: Blob[] = [];
    let pieces: string[] = [];
    let bytes = 0;
    let put = 0;
    setState({ is: 'fetching', bytes });
    const answer = await ask((piece, soFar) => {
      pieces.push(piece);
      bytes = soFar;
      if (bytes - put > mostInMemory) {
        blobs.push(new Blob(pieces));
        pieces = [];
        put = bytes;
      }
      if (!signal.aborted) setState({ is: 'fetching', bytes });
    }, signal);
    if (signal.aborted) return;
    if (answer.known) pane.services.saveFile(name, [...blobs, ...pieces]);
    setState(answer.known ? { is: 'saved', name, bytes } : { is: 'failed', why: answer.why });
  };
  return {
    state,
    get(name, ask) {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      run(name, ask, mine).catch((error: unknown) => {
        if (!mine.signal.aborted) reportError(error);
      });
    },
    stop() {
      running.current?.abort();
      setState({ is: 'stopped' });
    },
    forget() {
      setState((now) => (now.is === 'fetching' ? now : { is: 'none' }));
    },
  };
}
