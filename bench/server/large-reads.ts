import * as v from 'valibot';
import { LogListResponse } from '../../src/protocol/log-list.ts';
import { PullResponse } from '../../src/protocol/pull.ts';
import { atMost, type Bench } from '../bench.ts';
import { inTurns, median } from '../median.ts';
import { type AskedLog, askLargeLog } from './ask-large-log.ts';
import { salespeople, templates } from './large-log.ts';

const [large, small] = [1_000_000, 10_000];
/** Entries of a page. */
const page = 50;
/** How many different pages are asked for; each was asked for before it counts. */
const different = 60;

export const history1m: Bench = {
  name: 'history-1m',
  what: 'a page of a contact’s history from a log of 1,000,000 entries, beside the same from one of 10,000',
  run: () =>
    besideSmall('history-1m', 1.3, async (log, round) => {
      const contactId = log.contactIds[(round * 7_919) % log.contactIds.length];
      const { ms, body } = await log.ask(`/v1/pull?scope=history:${contactId}&limit=${page}`);
      return {
        ms,
        entries: v.parse(PullResponse, JSON.parse(body)).rows.filter(({ kind }) => kind === 'entry').length,
      };
    }),
};

export const logFilter1m: Bench = {
  name: 'log-filter-1m',
  what: 'a page of the log by template and salesperson from 1,000,000 entries, beside the same from 10,000',
  run: () =>
    besideSmall('log-filter-1m', 1.5, async (log, round) => {
      const template = templates[round % templates.length];
      const salesperson = salespeople[round % salespeople.length];
      const { ms, body } = await log.ask(`/v1/log?template=${template}&salesperson=${salesperson}&limit=${page}`);
      return { ms, entries: v.parse(LogListResponse, JSON.parse(body)).entryIds.length };
    }),
};

async function besideSmall(
  name: string,
  most: number,
  read: (log: AskedLog, round: number) => Promise<{ ms: number; entries: number }>,
) {
  const [ours, theirs] = [await askLargeLog(large), await askLargeLog(small)];
  try {
    const lengths = { ours: 0, theirs: 0 };
    const from = (log: AskedLog, who: keyof typeof lengths) => async (round: number) => {
      const { ms, entries } = await read(log, round % different);
      lengths[who] += entries;
      return ms;
    };
    const rounds = { count: 3 * different, warmUp: different };
    const times = await inTurns(rounds, from(ours, 'ours'), from(theirs, 'theirs'));
    const mean = (all: number) => (all / (rounds.count + rounds.warmUp)).toFixed(1);
    return atMost(most, {
      ...{ name, value: median(times.ours), unit: 'ms', against: median(times.theirs) },
      note: `pages of ${mean(lengths.ours)} and ${mean(lengths.theirs)} entries on average`,
    });
  } finally {
    await ours.stop();
    await theirs.stop();
  }
}
