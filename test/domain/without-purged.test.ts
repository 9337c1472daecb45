import { expect, it } from 'vitest';
import { withoutPurged } from '../../src/domain/commands/without-purged.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import { contact, logMail } from '../support/domain-samples.ts';

const erased = contact(1, { email: 'bob@harbourpine.example' as EmailAddress });
const other = contact(2);
const why = (key: string) => (key === `contact:${erased.id}` ? 'erased' : undefined);

it('leaves nothing of an erased person in what is logged with others, also not in what the mail resembles', () => {
  const weak = `weak:${erased.email}|2026-11-23t09:12|quote`;
  const left = withoutPurged(logMail(9, [erased, other], ['message-id:a', weak]), why);
  expect(left).toMatchObject({ item: { keys: ['message-id:a'] } });
  expect(JSON.stringify(left)).not.toContain(erased.email);
  expect(JSON.stringify(left)).not.toContain(erased.id);
});

it('refuses what is about an erased person alone', () => {
  expect(withoutPurged(logMail(9, [erased], ['message-id:a']), why)).toMatchObject({
    outcome: 'refused',
    code: 'contact-erased',
  });
});

it('leaves a command as it is that names nobody who is gone', () => {
  const log = logMail(9, [other], ['message-id:a', 'weak:a|b|c']);
  expect(withoutPurged(log, why)).toBe(log);
});
