import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { LogListResponse } from '../../src/protocol/log-list.ts';
import { logFile } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { atMost, type Bench } from '../bench.ts';
import { inTurns, median } from '../median.ts';
import { askLargeLog } from './ask-large-log.ts';

const page = 50;
/** A common word, two words, and a beginning. Whatever is looked for may be the beginning of a word. */
const searches = { 'a common word': 'delivery', 'two words': 'quote contract', 'a beginning': 'deliv' };

export const logSearch1m: Bench = {
  name: 'log-search-1m',
  what: 'a page of what is found by words among 1,000,000 entries (three searches), beside the bare FTS query of the same words and entries',
  async run() {
    const log = await askLargeLog(1_000_000);
    const database = new DatabaseSync(join(log.folder, logFile), { readOnly: true });
    const bare = database.prepare(`select e.id, e.body from entry_text t cross join entry e on e.place = t.rowid
      where t.entry_text match ? order by t.rowid desc limit ?`);
    try {
      const ours: number[] = [];
      const against: number[] = [];
      const notes: string[] = [];
      for (const [name, words] of Object.entries(searches)) {
        const match = words
          .split(' ')
          .map((word) => `"0001a${word}" *`)
          .join(' AND '); // as the index keeps the words of all
        const times = await inTurns(
          { count: 41, warmUp: 5 },
          async () => {
            const { ms, body } = await log.ask(`/v1/log?text=${encodeURIComponent(words)}&limit=${page}`);
            if (v.parse(LogListResponse, JSON.parse(body)).entryIds.length !== page)
              throw new Error('a page is not full');
            return ms;
          },
          async () => {
            const began = performance.now();
            if (bare.all(match, page + 1).length !== page + 1) throw new Error('a page is not full');
            return performance.now() - began;
          },
        );
        ours.push(median(times.ours));
        against.push(median(times.theirs));
        notes.push(`${name} ${median(times.ours).toFixed(1)} ms beside ${median(times.theirs).toFixed(1)} ms`);
      }
      const sum = (all: readonly number[]) => all.reduce((before, one) => before + one, 0);
      return atMost(2, {
        ...{ name: 'log-search-1m', value: sum(ours), unit: 'ms', against: sum(against) },
        note: notes.join(', '),
      });
    } finally {
      database.close();
      await log.stop();
    }
  },
};
