// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import { openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
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
