import { createHash } from 'node:crypto';

/** What is kept of a bearer token or one-time code: 256 random bits need no salt and no slow hash. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
