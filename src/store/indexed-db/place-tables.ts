import type { EntryId } from '../../domain/ids.ts';
import type { KeptAlias, KeptScope, PlaceTables } from '../tables.ts';
import { present } from './find.ts';
import { aliasRecord } from './records.ts';
import { answer } from './requests.ts';
import type { Stores } from './stores.ts';

/** What ids stand for, and how far scopes are. Writes as in `rowTables`. */
export function placeTables({ reading, writing }: Stores): PlaceTables {
  const said = async (key: 'epoch' | 'seen'): Promise<string | undefined> => {
    const found: { value: string } | undefined = await answer(reading('meta').get(key));
    return found?.value;
  };
  const number = async (key: 'clock-off' | 'erased-work'): Promise<number> => {
    const found: { value: number } | undefined = await answer(reading('meta').get(key));
    return found?.value ?? 0;
  };

  return {
    async aliases(keys) {
      const found = await present<KeptAlias>(reading('aliases'), keys);
      return found.map(({ kind, from, to, pending }) => ({ kind, from, to, pending }));
    },
    async putAliases(list) {
      for (const alias of list) writing('aliases').put(aliasRecord(alias));
    },
    async removeAliases(keys) {
      for (const key of keys) writing('aliases').delete(key);
    },
    async clearAliases() {
      writing('aliases').clear();
    },
    scope: (scope): Promise<KeptScope | undefined> => answer(reading('scopes').get(scope)),
    scopes: (): Promise<KeptScope[]> => answer(reading('scopes').getAll()),
    async putScope(scope) {
      writing('scopes').put(scope);
    },
    async removeScope(scope) {
      writing('scopes').delete(scope);
    },
    async clearScopes() {
      writing('scopes').clear();
    },
    epoch: () => said('epoch'),
    async putEpoch(epoch) {
      writing('meta').put({ key: 'epoch', value: epoch });
    },
    seen: () => said('seen'),
    async putSeen(cursor) {
      if (cursor === undefined) writing('meta').delete('seen');
      else writing('meta').put({ key: 'seen', value: cursor });
    },
    clockOff: () => number('clock-off'),
    async putClockOff(off) {
      writing('meta').put({ key: 'clock-off', value: off });
    },
    erasedWork: () => number('erased-work'),
    async putErasedWork(count) {
      writing('meta').put({ key: 'erased-work', value: count });
    },
    async lookedUp() {
      const found: { value: EntryId[] } | undefined = await answer(reading('meta').get('looked-up'));
      return found?.value ?? [];
    },
    async putLookedUp(ids) {
      writing('meta').put({ key: 'looked-up', value: [...ids] });
    },
  };
}
