import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { manifestStrings } from '../src/pane/messages/manifest-strings.ts';
import { checkManifest } from '../src/server/manifest/check-manifest.ts';
import { manifestFor, manifestTree } from '../src/server/manifest/manifest-for.ts';
import { pngSides } from '../src/server/manifest/png-sides.ts';

/** Writes the Outlook manifest of a deployment: `npm run manifest -- --base-url https://log.example.com [--out file]`. */
const { values } = parseArgs({ options: { 'base-url': { type: 'string' }, out: { type: 'string' } } });
const root = new URL('../', import.meta.url);
const out = values.out ?? new URL('manifest.xml', root).pathname;
const base = values['base-url'] ?? 'https://localhost:3000';

const xml = manifestFor(base, manifestStrings);
if (xml === undefined) {
  console.error(`--base-url must be the https address that people reach Interlog by; ${base} is none.`);
  process.exit(1);
}
const faults = checkManifest(manifestTree(new URL(base).href.replace(/\/+$/, ''), manifestStrings), sidesOf);
if (faults.length > 0) {
  console.error(`The manifest is not in order:\n  ${faults.join('\n  ')}`);
  process.exit(1);
}
writeFileSync(out, xml);
console.log(`Written: ${out}`);

function sidesOf(url: string): number | undefined {
  const file = new URL(`public/icons/${new URL(url).pathname.split('/').at(-1)}`, root);
  return existsSync(file) ? pngSides(readFileSync(file)) : undefined;
}
