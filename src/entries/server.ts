import './node/need-node-24.ts';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { openLog } from './node/open-log.ts';
import { runServer } from './node/run-server.ts';
import { readServerConfig } from './node/server-config.ts';
import { startTeam } from './node/start-team.ts';
import { stopWith } from './node/stop-with.ts';

/** `npm run serve`: the server of a team. `ServerConfig` says how it is set up. */
const read = readServerConfig(process.env, process.argv.slice(2));
if ('wrong' in read) stopWith(read.wrong.join('\n'));
const { config, adminLink } = read;

const paneFolder = config.INTERLOG_PAGES ?? fileURLToPath(new URL('../../dist/pane', import.meta.url));
if (!existsSync(paneFolder)) stopWith('The pages are not built yet: run "npm run build" first.');

const folder = resolve(config.INTERLOG_DATA);
const log = pino({ level: config.INTERLOG_LOG_LEVEL });
const store = await openLog(folder);
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
