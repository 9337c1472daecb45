/**
 * Every expected failure has one of these codes: the same in a command's result, in the wire's
 * `application/problem+json` and, as a text key, in the pane's message catalogues. A code is never renamed.
 */
export const refusalCodes = [
  'contact-not-found',
  'contact-blocked',
  'template-not-found',
  'salesperson-not-found',
  'entry-not-found',
  'entry-changed',
  'already-logged',
  'time-in-future',
  'needs-refused',
  'not-allowed',
  'invalid-command',
  'company-is-no-company',
  'cannot-merge',
  'has-follow-ups',
  'follow-up-not-found',
  'follow-up-closed',
  'group-not-found',
  'group-in-use',
  'language-missing',
  'template-in-setup',
  'campaign-not-found',
  'ends-before-start',
  'not-postponed',
  'entry-deleted',
  'contact-erased',
  'changed-meanwhile',
  'campaign-in-use',
  'own-salesperson',
] as const;
/** Why a command was refused. The command is kept on the device until a person mends, retries or discards it. */
export type RefusalCode = (typeof refusalCodes)[number];

export const envelopeCodes = [
  'bad-json',
  'bad-request',
  'too-large',
  'too-many-commands',
  'version-too-old',
  'version-too-new',
  'wrong-account',
  'signed-out',
  'sign-in-refused',
  'cursor-expired',
  'scope-unknown',
  'forbidden-origin',
  'forbidden',
  'not-found',
  'too-many-requests',
  'server-busy',
  'server-full',
  'server-fault',
] as const;
/** Why a whole request failed. */
export type EnvelopeCode = (typeof envelopeCodes)[number];

export const deviceCodes = [
  'storage-denied',
  'storage-full',
  'storage-lost',
  'storage-newer',
  'server-unreachable',
  'part-not-loaded',
  'pane-fault',
] as const;
/** What can go wrong on this device alone. */
export type DeviceCode = (typeof deviceCodes)[number];

export type ProblemCode = RefusalCode | EnvelopeCode | DeviceCode;
