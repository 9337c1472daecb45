import * as v from 'valibot';

/**
 * An address as it is compared: trimmed and lower-cased (`domain.md` §14.4: matching is exact and case-insensitive).
 * The check is deliberately loose: whatever a real mail was sent from must be matchable.
 */
export const EmailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(320),
  v.regex(/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$|^"[^"\r\n]+"@[^\s@<>()[\]\\,;:"]+$/u),
  v.brand('EmailAddress'),
);
export type EmailAddress = v.InferOutput<typeof EmailAddress>;

/** The comparable form of `text`, or undefined when it is no address. */
export function parseEmailAddress(text: string): EmailAddress | undefined {
  const parsed = v.safeParse(EmailAddress, text);
  return parsed.success ? parsed.output : undefined;
}

/** The part after the last `@`. */
export function domainOf(address: EmailAddress): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
