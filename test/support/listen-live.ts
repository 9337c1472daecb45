import type { LiveEvent } from '../../src/protocol/live.ts';
import type { Session } from './server-requests.ts';

/** The lines of a live stream, one at a time; undefined when it has ended. */
export async function listenLive(session: Session) {
  const response = await session.get('/v1/live', { 'accept-encoding': 'gzip' });
  if (response.headers.has('content-encoding')) throw new Error('a live stream waits in a compressor');
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const line = async (): Promise<string | undefined> => {
    for (let end = rest.indexOf('\n'); ; end = rest.indexOf('\n')) {
      if (end >= 0) {
        const text = rest.slice(0, end);
        rest = rest.slice(end + 1);
        return text;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      rest += value;
    }
  };
  const event = async (): Promise<LiveEvent> => JSON.parse((await line()) ?? '');
  return { line, event, cancel: () => reader.cancel() };
}
