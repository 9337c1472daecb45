import type { LogListResponse } from '../../protocol/log-list.ts';
import type { LogFileFormat } from './formats.ts';
import { listedEntries } from './listed-entries.ts';

/** Reads the page that begins at `before` (the first where it is undefined). */
export type ReadPage = (before: string | undefined) => Promise<LogListResponse>;

/**
 * A file as bytes, page by page: the next page is read when the one before has been taken, so that a file of any length
 * needs the memory of a page. Nothing more is read once who takes it has gone.
 */
export function streamLogFile(format: LogFileFormat, read: ReadPage): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  let before: string | undefined;
  let isFirst = true;
  let isWanted = true;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(bytes.encode(format.head())),
      async pull(controller) {
        // A page may hold nothing where little of much passes; a pull must give something.
        for (let piece = ''; piece === '' && isWanted; ) {
          const page = await read(before);
          piece = format.piece(listedEntries(page), isFirst);
          if (piece !== '') isFirst = false;
          before = page.older ?? undefined;
          if (before === undefined) {
            controller.enqueue(bytes.encode(piece + format.tail()));
            controller.close();
            return;
          }
          if (piece !== '') controller.enqueue(bytes.encode(piece));
        }
      },
      cancel() {
        isWanted = false;
      },
    },
    { highWaterMark: 1 },
  );
}
