import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { logReadingSuite } from '../conformance/log-reading.ts';
import { logStoreSuite } from '../conformance/log-store.ts';
import { lastFolder, newFolder } from '../support/log-folders.ts';

logStoreSuite('the log in SQLite, a thread for each connection', {
  open: () => openSqliteLogStore(newFolder(), { epoch: 'epoch-1' }),
  reopen: () => openSqliteLogStore(lastFolder(), { epoch: 'epoch-2' }),
});

logReadingSuite('the whole log in SQLite, a thread for each connection', () =>
  openSqliteLogStore(newFolder(), { epoch: 'epoch-1' }),
);
