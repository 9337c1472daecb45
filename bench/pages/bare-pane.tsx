import { Dexie } from 'dexie';
import { render } from 'preact';
import { noteWhenReady } from './ready.ts';

/** The least that a pane over a database is: opens it, reads one row, shows a button. */
noteWhenReady('button:enabled');
const db = new Dexie('bare');
db.version(1).stores({ contacts: 'id, *addresses' });
const contacts = db.table('contacts');
const found = await contacts.where('addresses').equals('pekka.kivi@kivi.example').first();
if (!found) await contacts.put({ id: 'pekka', addresses: ['pekka.kivi@kivi.example'], name: 'Pekka Kivi' });
const root = document.getElementById('pane');
if (!root) throw new Error('The page has no element #pane.');
render(<button type="button">Log for {found?.name ?? 'Pekka Kivi'}</button>, root);
