import type { StoredCommand } from '../../store/local-store.ts';

/** A refused command and what was refused only because it builds on it. */
export interface RefusedGroup {
  cause: StoredCommand;
  followers: StoredCommand[];
}

/** Puts each dependant under the refused command that it needs, directly or through others; in the order of pushing. */
export function refusedGroups(refused: readonly StoredCommand[]): RefusedGroup[] {
  const groups: RefusedGroup[] = [];
  for (const stored of refused) {
    const { needs } = stored.command;
    const group = groups.find(({ cause, followers }) =>
      [cause, ...followers].some(({ command }) => needs.includes(command.id)),
    );
    if (group && stored.refusal?.code === 'needs-refused') group.followers.push(stored);
    else groups.push({ cause: stored, followers: [] });
  }
  return groups;
}
