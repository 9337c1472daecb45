import type { ComponentChildren } from 'preact';

/** Why a field can't be taken; without a reason what else there is to say about it. */
export function fieldHint(error: string | undefined, help?: ComponentChildren): ComponentChildren {
  return error ? <span class="field-error">{error}</span> : help;
}
