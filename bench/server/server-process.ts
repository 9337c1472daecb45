import { instantOf } from '../../src/domain/time.ts';
import { giveWay } from '../../src/entries/node/give-way.ts';
import { startTestServer } from '../../test/support/start-server.ts';

/**
 * The real server in a process of its own, so that who measures it does not run in its threads. Serves the pages of the
 * folder that is its argument. Says on one line where it listens, who is signed in and where its data lies; ends with its
 * standard input.
 */
const [paneFolder] = process.argv.slice(2);
const server = await startTestServer({ now: instantOf(Date.now()), giveWay, ...(paneFolder ? { paneFolder } : {}) });
const url = await server.listen();
const { token, account } = await server.signIn('anna');
console.log(JSON.stringify({ url, token, account, folder: server.folder }));
process.stdin.on('end', () => server.stop().then(() => process.exit(0))).resume();
