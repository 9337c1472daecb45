import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { parseArgs } from 'node:util';
import { getHttpsServerOptions } from 'office-addin-dev-certs';

/**
 * `npm run outlook`: runs a team's server behind https on localhost with a certificate that this machine trusts, and
 * says how to load the add-in into Outlook. Flags: `--port` (3000), `--data` (data-outlook), `--cert` and `--key` for a
 * certificate of one's own.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3000' },
    data: { type: 'string', default: 'data-outlook' },
    cert: { type: 'string' },
    key: { type: 'string' },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_534) {
  console.error('--port must be a number from 1 to 65534.');
  process.exit(1);
}
const base = `https://localhost:${port}`;
const root = new URL('../', import.meta.url).pathname;

const certificate = await readCertificate();
const server = startServer(port + 1);
createServer(certificate, (asked, answer) => {
  const { method, url, headers } = asked;
  const passed = request({ host: '127.0.0.1', port: port + 1, method, path: url, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  // While the server starts or stops there is nobody to ask.
  passed.on('error', () => {
    if (!answer.headersSent) answer.writeHead(502);
    answer.end();
  });
  asked.on('close', () => passed.destroy());
  asked.pipe(passed);
}).listen(port, 'localhost', () => console.log(sideloading()));

async function readCertificate(): Promise<ServerOptions> {
  if (values.cert && values.key) return { cert: readFileSync(values.cert), key: readFileSync(values.key) };
  console.log('Asking this machine to trust a certificate for localhost …');
  return getHttpsServerOptions();
}

/** The steps as the handbook has them, with this server's address. */
function sideloading(): string {
  const guide = readFileSync(`${root}docs/outlook.md`, 'utf8');
  const [, steps = ''] = /## Sideloading\n([\s\S]*?)\n## /.exec(guide) ?? [];
  return steps.replaceAll('https://localhost:3000', base);
}

function startServer(on: number): ChildProcess {
  const child = spawn(process.execPath, ['src/entries/server.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      INTERLOG_BASE_URL: base,
      INTERLOG_PORT: String(on),
      INTERLOG_DATA: values.data,
      INTERLOG_NAME: process.env.INTERLOG_NAME ?? 'Interlog in Outlook',
    },
  });
  child.on('exit', (code) => process.exit(code ?? 0));
  return child;
}
process.on('SIGINT', () => server.kill('SIGINT'));
