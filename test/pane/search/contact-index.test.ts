import { expect, it } from 'vitest';
import { createContactIndex } from '../../../src/pane/search/contact-index.ts';
import { contact } from '../../support/contact-files.ts';

const names = ['Matti Andersson', 'Sonja Ahonen', 'Pekka Sonninen', 'Leena Mäki'];
function indexOf(all = names) {
  const index = createContactIndex();
  const contacts = all.map((name, at) => contact({ name, phones: [`+358 40 555 0${100 + at}`] }));
  for (const one of contacts) index.add(one, 'Kivi-Oy');
  const found = (query: string, limit = 8) =>
    index.find(query, limit).map((id) => contacts.find((one) => one.id === id)?.name);
  return { index, contacts, found };
}

it('finds who has the word at its beginning first, then who has it anywhere', () => {
  const { found } = indexOf();
  expect(found('son').slice(0, 2).toSorted()).toEqual(['Pekka Sonninen', 'Sonja Ahonen']);
  expect(found('son').slice(2)).toEqual(['Matti Andersson']);
  expect(found('son', 2)).not.toContain('Matti Andersson');
});

it('finds any parts in any order, ä = a, once each', () => {
  const { found } = indexOf();
  expect(found('aki eena')).toEqual(['Leena Mäki']);
  expect(found('kivi-oy maki')).toEqual(['Leena Mäki']);
  expect(found('040-555 0103')).toEqual(['Leena Mäki']);
});

it('forgets a contact that was removed', () => {
  const { found, index, contacts } = indexOf();
  for (const { id } of contacts.slice(0, 1)) index.remove(id);
  expect(found('son')).not.toContain('Matti Andersson');
});
