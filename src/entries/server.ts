import './node/need-node-24.ts';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepCompiled } from './node/keep-compiled.ts';
import { readServerConfig } from './node/server-config.ts';
import { stopWith } from './node/stop-with.ts';

/** `npm run serve`: the server of a team. `ServerConfig` says how it is set up. */
const read = readServerConfig(process.env, process.argv.slice(2));
if ('wrong' in read) stopWith(read.wrong.join('\n'));
const { config, adminLink } = read;

const paneFolder = config.INTERLOG_PAGES ?? fileURLToPath(new URL('../../dist/pane', import.meta.url));
if (!existsSync(paneFolder)) stopWith('The pages are not built yet: run "npm run build" first.');

const folder = resolve(config.INTERLOG_DATA);
keepCompiled(join(folder, 'compiled'));
// The log is opened in a thread of its own, while this one loads the rest.
const { openLog } = await import('./node/open-log.ts');
const opening = openLog(folder);
const [{ pino }, { runServer }, { startTeam }] = await Promise.all([
  import('pino'),
  import('./node/run-server.ts'),
  import('./node/start-team.ts'),
]);
const log = pino({ level: config.INTERLOG_LOG_LEVEL });
const store = await opening;
const code = await startTeam(store, { ...config, INTERLOG_DATA: folder }, adminLink);
await runServer({
  store,
  mode: { kind: 'serve', origins: config.INTERLOG_ORIGINS },
  log,
  paneFolder,
  baseUrl: config.INTERLOG_BASE_URL,
  host: config.INTERLOG_HOST,
  port: config.INTERLOG_PORT,
});
// None of the settings is a secret; whoever adds one masks it here.
log.info({ ...config, INTERLOG_DATA: folder }, 'listening');
if (code !== undefined)
  process.stdout.write(
    `\n  Sign in as ${config.INTERLOG_ADMIN_NAME}, once, within 7 days:\n\n    ${config.INTERLOG_BASE_URL}/web.html#invite=${code}\n\n`,
  );
