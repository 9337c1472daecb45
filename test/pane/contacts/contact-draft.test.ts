import { expect, it } from 'vitest';
import { checkDraft, draftOf, wrongLines } from '../../../src/pane/contacts/contact-draft.ts';

const draft = {
  ...draftOf({ name: 'Pekka Kivi' }),
  otherEmails: 'pekka@kivi.example\nabc\nx@',
  phones: '+358 40 1\nabc',
};

it('says which of several lines is no address and which no number', () => {
  expect(checkDraft(draft)).toEqual({ ok: false, faults: { otherEmails: 'bad-address', phones: 'bad-phone' } });
  expect(wrongLines(draft, 'otherEmails', 'bad-address')).toEqual(['abc', 'x@']);
  expect(wrongLines(draft, 'phones', 'bad-phone')).toEqual(['abc']);
});

it('does not repeat the only line, nor lines where none of them is at fault by itself', () => {
  expect(wrongLines({ ...draft, phones: 'abc' }, 'phones', 'bad-phone')).toEqual([]);
  expect(wrongLines(draft, 'phones', 'too-many')).toEqual([]);
});

it('takes what was typed as the main address for one value, however many words it has', () => {
  const typed = { ...draft, email: 'not an address', otherEmails: '', phones: '' };
  expect(checkDraft(typed)).toEqual({ ok: false, faults: { email: 'bad-address' } });
  expect(wrongLines(typed, 'email', 'bad-address')).toEqual([]);
});
