import type { ProblemCode } from '../../domain/problem-code.ts';

/** What a person reads about an expected failure: what happened, and what is safe and to be done. */
export interface ProblemText {
  what: string;
  help: string;
}

export type ProblemTexts = Record<ProblemCode, ProblemText>;
