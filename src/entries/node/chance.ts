import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** 256 bits, for bearer tokens and one-time codes. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

export function newEpoch(): string {
  return randomBytes(6).toString('hex');
}

export const newId = () => v7();
