import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/** Which room may import which; `docs/architecture.md` says why. The linter holds the same table. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  protocol: ['domain'],
  host: ['domain'],
  capture: ['domain', 'host'],
  store: ['domain', 'protocol'],
  sync: ['domain', 'protocol', 'store'],
  pane: ['domain', 'protocol', 'capture', 'host', 'store', 'sync'],
  server: ['domain', 'protocol'],
  entries: ['domain', 'protocol', 'host', 'capture', 'store', 'sync', 'pane', 'server'],
};

/** Of these rooms only the port itself, not its adapters, may be imported from outside (entries aside). */
const ports: Record<string, RegExp> = {
  host: /^host\/[^/]+\.ts$/,
  store: /^store\/[^/]+\.ts$/,
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(src, file), 'utf8') }));

const importing =
  /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^\s*import\s+'([^']+)'/gm;

function imports(file: string, text: string): string[] {
  return [...text.matchAll(importing)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((name) =>
      name.startsWith('.') ? relative(src, resolve(src, dirname(file), name)).replaceAll('\\', '/') : name,
    );
}

describe('who imports whom', () => {
  it('follows the table', () => {
    const wrong: string[] = [];
    for (const { file, text } of files) {
      const room = file.split('/')[0] ?? '';
      for (const target of imports(file, text)) {
        const to = target.split('/')[0] ?? '';
        if (!(to in mayImport) || to === room || target.startsWith('@')) continue;
        const port = ports[to];
        const viaPort = room === 'entries' || port === undefined || port.test(target);
        if (!mayImport[room]?.includes(to) || !viaPort) wrong.push(`${file} imports ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps clock, chance and network out of everything below the entries', () => {
    const hidden = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.randomUUID\(|(?<![.\w])fetch\(/;
    const wrong = files
      .filter(({ file }) => !file.startsWith('entries/'))
      .flatMap(({ file, text }) =>
        text
          .split('\n')
          .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && hidden.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });

  it('lets only host/outlook name Office, only store/indexed-db name Dexie, and domain nothing but valibot', () => {
    const wrong: string[] = [];
    for (const { file, text } of files) {
      const named = imports(file, text);
      if (named.includes('dexie') && !file.startsWith('store/indexed-db/')) wrong.push(`${file} imports dexie`);
      if (/\bOffice\.(?:context|onReady|EventType)\b/.test(stripComments(text)) && !file.startsWith('host/outlook/'))
        wrong.push(`${file} names Office`);
      if (file.startsWith('domain/'))
        for (const target of named)
          if (!target.startsWith('domain/') && target !== 'valibot') wrong.push(`${file} imports ${target}`);
    }
    expect(wrong).toEqual([]);
  });
});

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
