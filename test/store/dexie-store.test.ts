// Dexie's live queries look for the platform's own IndexedDB, so it stands there before Dexie is loaded.
import 'fake-indexeddb/auto';
import { openLocalStore } from '../../src/store/dexie/open-local-store.ts';
import { localStoreSuite } from '../conformance/local-store.ts';
import { accountKey } from '../support/account-key.ts';

let opened = 0;

localStoreSuite('a store in an emulated IndexedDB', {
  open: (limits) => {
    opened += 1;
    return openLocalStore({ ...accountKey(opened), ...limits });
  },
  reopen: () => openLocalStore(accountKey(opened)),
});
