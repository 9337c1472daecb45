import { openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import { localStoreSuite } from '../conformance/local-store.ts';
import { accountKey } from '../support/account-key.ts';

let opened = 0;

localStoreSuite("a store in the browser's IndexedDB", {
  open: (limits) => {
    opened += 1;
    return openLocalStore({ ...accountKey(opened), ...limits });
  },
  reopen: () => openLocalStore(accountKey(opened)),
});
