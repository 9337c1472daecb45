import { startTestServer } from '../../test/support/start-server.ts';

/**
 * The real server in a process of its own, so that who measures it does not run in its threads. Says on one line where
 * it listens, who is signed in and where its data lies; ends with its standard input.
 */
const server = await startTestServer({ now: new Date().toISOString() as never }); // the ISO form of Date is an Instant
const url = await server.listen();
const { token, account } = await server.signIn('anna');
console.log(JSON.stringify({ url, token, account, folder: server.folder }));
process.stdin.on('end', () => server.stop().then(() => process.exit(0))).resume();
