// An IndexedDB stands where a browser has its own, of one that reads many records at once in one direction only.
import 'fake-indexeddb/auto';
import { openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import { localStoreSuite } from '../conformance/local-store.ts';
import { accountKey } from '../support/account-key.ts';

Reflect.deleteProperty(IDBIndex.prototype, 'getAllRecords');
let opened = 0;

localStoreSuite('a store in an IndexedDB of some years ago', {
  open: (limits) => {
    opened += 1;
    return openLocalStore({ ...accountKey(opened), ...limits });
  },
  reopen: () => openLocalStore(accountKey(opened)),
});
