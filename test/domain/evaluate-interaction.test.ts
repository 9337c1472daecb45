import { expect, it } from 'vitest';
import { contact, id, logMail, mika, noon, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { entryOf, evaluate } from '../support/new-command-samples.ts';

const bob = contact(1);
const one = logMail(20, [bob], ['message-id:one']);
const two = logMail(21, [bob], ['message-id:two'], { evaluation: 'negative' });
const both = [entryOf(one), entryOf(two)];

function logged() {
  const team = world([bob, template(), salesperson]);
  for (const command of [one, two]) team.run(command);
  return team;
}

it('gives all chosen entries one evaluation, over the one they had, by anybody', () => {
  const team = logged();
  team.run(evaluate(22, both, 'positive'), mika);
  expect(team.all('entry').map(({ evaluation }) => evaluation)).toEqual(['positive', 'positive']);
});

it('leaves in the history who changed it, when, from what', () => {
  const team = logged();
  team.run(evaluate(22, both, 'positive'), mika);
  expect(team.all('entry').map(({ corrections }) => corrections)).toMatchObject([
    [{ commandId: id(22), by: mika.userId, at: noon, field: 'evaluation', from: '' }],
    [{ commandId: id(22), by: mika.userId, at: noon, field: 'evaluation', from: 'negative' }],
  ]);
});

it('changes only the entries that differ', () => {
  expect(logged().run(evaluate(22, both, 'negative'))).toMatchObject({ changes: [{ id: both[0] }] });
});

it('changes none when one of them does not exist', () => {
  const team = logged();
  const unknown = entryOf(logMail(99, [bob], []));
  expect(team.run(evaluate(22, [...both, unknown], 'positive'))).toMatchObject({ code: 'entry-not-found' });
  expect(team.all('entry').map(({ evaluation }) => evaluation)).toEqual(['', 'negative']);
});

it('can not be reset to blank', () => {
  const team = logged();
  expect(team.run(evaluate(22, both, ''))).toMatchObject({ code: 'invalid-command' });
  expect(team.all('entry').map(({ evaluation }) => evaluation)).toEqual(['', 'negative']);
});

it('is blank again where that undoes the first evaluation, unless somebody evaluated the entry since', () => {
  const team = logged();
  team.run(evaluate(22, both, 'positive'));
  team.run(evaluate(23, both.slice(1), 'neutral'), mika);
  team.run({ ...evaluate(24, both, ''), undoes: id(22) });
  expect(team.all('entry').map(({ evaluation }) => evaluation)).toEqual(['', 'neutral']);
});
