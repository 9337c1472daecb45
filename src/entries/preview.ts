import './node/need-node-24.ts';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { destination, pino } from 'pino';
import { openLog } from './node/open-log.ts';
import { previewData } from './node/preview-data.ts';
import { runServer } from './node/run-server.ts';
import { stopWith } from './node/stop-with.ts';

/** `npm start`: the whole product on this machine alone, with a demo workspace. Flags: `--port`, `--data`, `--pages`. */
const flags = readFlags();
const port = Number(flags.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535) stopWith(`--port must be a number from 1 to 65535.`);
const folder = resolve(flags.data);

const paneFolder = flags.pages ?? fileURLToPath(new URL('../../dist/pane', import.meta.url));
if (!existsSync(join(paneFolder, 'preview.html')))
  stopWith('The pages are not built yet: run "npm start", or "npm run build" first.');

const { token, users } = await previewData(folder);
const store = await openLog(folder);
const host = '127.0.0.1';
await runServer({
  store,
  mode: { kind: 'preview', hosts: [`${host}:${port}`, `localhost:${port}`], token, users },
  log: pino({ level: 'warn' }, destination(2)),
  paneFolder,
  host,
  port,
});
process.stdout.write(
  `\n  Interlog is running. Open\n\n    http://${host}:${port}/#token=${token}\n\n  Stop it with Ctrl+C. Its data is in ${folder}\n\n`,
);

function readFlags(): { port: string; data: string; pages?: string | undefined } {
  try {
    const options = {
      port: { type: 'string', default: '8321' },
      data: { type: 'string', default: 'data' },
      pages: { type: 'string' },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    // parseArgs throws at a flag that it does not know; its message names it.
    stopWith(error instanceof Error ? error.message : String(error));
  }
}
