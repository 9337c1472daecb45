import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { shorten } from '../support/simulation/shorten.ts';
import { describe, type Outcome, simulate } from '../support/simulation/simulate.ts';

const run = promisify(execFile);

it('keeps every promise to a team whose network, machines and server fail, for forty seeds', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { failure } = await simulate(seed);
    expect(failure, `npm run simulate -- --seeds 1 --from ${seed}`).toBeUndefined();
  }
}, 180_000);

const replayed = [7, 8, 9, 10];

it.each(replayed)(
  'does the same again for seed %i, request by request, whatever the machine does meanwhile',
  async (seed) => {
    const first = await simulate(seed);
    const again = await simulate(seed);
    expect(again).toEqual(first);
    expect(first.trace.filter((line) => /(GET|POST) /.test(line)).length).toBeGreaterThan(50);
  },
);

it('does the same in another process', async () => {
  const simulation = new URL('../support/simulation/simulate.ts', import.meta.url).href;
  const program = `
    const { simulate } = await import(${JSON.stringify(simulation)});
    process.stdout.write(JSON.stringify(await simulate(7)));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
    maxBuffer: 100_000_000,
  });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(await simulate(7))));
});

it('tells what happens with its values by name', () => {
  const event = { at: 61_500, do: 'log', device: 1, contacts: [0, 2], mail: 3, note: true, shownAgo: 1_000 } as const;
  expect(describe({ ...event, contacts: [...event.contacts] })).toBe(
    '   61.5 s  log  device=1  contacts=[0,2]  mail=3  note=true  shownAgo=1000',
  );
  expect(describe({ at: 0, do: 'restore' })).toBe('    0.0 s  restore');
});

it('finds a short history where a promise is broken', async () => {
  const seed = 11;
  // A team that would lose whatever is logged with a note.
  const forgetful = async (script?: Outcome['script']): Promise<Outcome> => {
    const outcome = await simulate(seed, script);
    const loses = outcome.script.some((event) => event.do === 'log' && event.note);
    return { ...outcome, failure: loses ? 'a note was lost' : undefined };
  };
  const shortest = await shorten(await forgetful(), forgetful);
  expect(shortest.script).toHaveLength(1);
  expect(shortest.script[0]).toMatchObject({ do: 'log', note: true });
}, 180_000);
