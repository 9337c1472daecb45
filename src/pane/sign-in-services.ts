import type { ProblemCode } from '../domain/problem-code.ts';

/** All that the sign-in page needs; made by an entry. */
export interface SignInServices {
  /** Signs in with the code of a one-time link. The entry goes on by itself when it worked. */
  signIn(code: string): Promise<{ ok: true } | { ok: false; code: ProblemCode }>;
  /** BCP 47, as the surroundings show themselves; a remembered choice of the person comes first. */
  language: string;
  /** Remembers the chosen language. */
  rememberLanguage(language: 'en' | 'fi'): void;
  /** Where the person signs in, as an address that a person recognises. */
  server: string;
  /** Commands that wait on this device under an account that is signed out. */
  waiting: number;
}
