import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { convert } from 'office-addin-manifest-converter';
import { afterAll, describe, expect, it } from 'vitest';
import { manifestStrings } from '../../src/pane/messages/manifest-strings.ts';
import { checkManifest } from '../../src/server/manifest/check-manifest.ts';
import { manifestFor } from '../../src/server/manifest/manifest-for.ts';
import { pngSides } from '../../src/server/manifest/png-sides.ts';
import { manifest as manifestRoute } from '../../src/server/routes/manifest.ts';
import { parseXml } from '../support/parse-xml.ts';

const root = new URL('../../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'interlog-manifest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sidesOf(url: string): number | undefined {
  const file = new URL(`public${new URL(url).pathname}`, root);
  return existsSync(file) ? pngSides(readFileSync(file)) : undefined;
}

function written(baseUrl = 'https://log.example.com'): string {
  const xml = manifestFor(baseUrl, manifestStrings);
  if (xml === undefined) throw new Error('no manifest');
  return xml;
}

const faultsOf = (xml: string) => checkManifest(parseXml(xml), sidesOf);

describe('the manifest of a deployment', () => {
  it('is in order, and every image it names exists in its size', () => {
    expect(faultsOf(written())).toEqual([]);
  });

  it('names only addresses of the deployment', () => {
    const addresses = [...written('https://log.example.com/').matchAll(/"(https:[^"]+)"/g)].map(([, url]) => url);
    expect(addresses.length).toBeGreaterThan(20);
    for (const url of addresses) expect(url).toMatch(/^https:\/\/log\.example\.com\//);
  });

  it('keeps a path that the deployment lies under', () => {
    expect(written('https://example.com/interlog/')).toContain('"https://example.com/interlog/outlook.html"');
  });

  it.each(['http://log.example.com', 'log.example.com', 'https://log.example.com/?a=1', ''])(
    'is not written for %j, which Outlook does not take',
    (baseUrl) => {
      expect(manifestFor(baseUrl, manifestStrings)).toBeUndefined();
    },
  );

  it('has every place that a mail or a meeting is read or written in, and the two of phones', () => {
    const points = [...written().matchAll(/ExtensionPoint xsi:type="(\w+)"/g)].map(([, type]) => type);
    expect(new Set(points)).toEqual(
      new Set([
        'MessageReadCommandSurface',
        'MessageComposeCommandSurface',
        'AppointmentOrganizerCommandSurface',
        'AppointmentAttendeeCommandSurface',
        'MobileMessageReadCommandSurface',
        'MobileLogEventAppointmentAttendee',
      ]),
    );
  });

  it('asks for no more than reading the open item, and for no launch events or several items', () => {
    expect(written()).toContain('<Permissions>ReadItem</Permissions>');
    expect(written()).not.toMatch(/LaunchEvent|SupportsMultiSelect|ReadWrite/);
  });

  it('says in Finnish what it says in English', () => {
    for (const text of Object.values(manifestStrings.fi)) expect(written()).toContain(text);
  });

  it('is read by the reader of Office add-ins', async () => {
    const file = join(folder, 'manifest.xml');
    writeFileSync(file, written());
    const read = await OfficeAddinManifest.readManifestFile(file);
    expect(read.displayName).toBe('Interlog');
    expect(read.defaultLocale).toBe('en-US');
    expect(read.permissions).toBe('ReadItem');
    expect(read.officeAppType).toBe('MailApp');
  });

  it('is taken by the converter of Office add-ins', async () => {
    const file = join(folder, 'convert.xml');
    writeFileSync(file, written());
    await convert(file, join(folder, 'converted'), false);
    const converted = JSON.parse(readFileSync(join(folder, 'converted/manifest.json'), 'utf8'));
    expect(converted.extensions[0].requirements.scopes).toEqual(['mail']);
  });

  it('is the file at the root for a server on this machine', () => {
    expect(readFileSync(new URL('manifest.xml', root), 'utf8')).toBe(written('https://localhost:3000'));
  });
});

describe('a broken manifest', () => {
  const whole = written();
  const breaks: [name: string, from: string | RegExp, to: string, fault: string][] = [
    [
      'elements in another order',
      /(<Version>.*?<\/Version>)\s*(<ProviderName>.*?<\/ProviderName>)/,
      '$2$1',
      'Version stands too late',
    ],
    ['an element that nobody knows', '<DefaultLocale>', '<Extra/><DefaultLocale>', 'Extra does not belong there'],
    ['no support address', /<SupportUrl .*?\/>/, '', 'SupportUrl is missing'],
    ['an id that is no GUID', /<Id>.*?<\/Id>/, '<Id>interlog</Id>', 'Id is no GUID'],
    ['a version of three numbers', '<Version>1.0.0.0<', '<Version>1.0.0<', 'Version does not have four numbers'],
    [
      'an address without https',
      /https:\/\/log.example.com\/outlook.html/g,
      'http://log.example.com/outlook.html',
      'is not https',
    ],
    [
      'a name that is too long',
      /<DisplayName DefaultValue="[^"]*"/,
      `<DisplayName DefaultValue="${'n'.repeat(126)}"`,
      'DisplayName is empty or longer',
    ],
    [
      'a button whose text is missing',
      '<bt:String id="Open"',
      '<bt:String id="Opne"',
      'there is no Open in bt:ShortStrings',
    ],
    [
      'a text that is too long',
      /(<bt:String id="Group" DefaultValue=")[^"]*"/,
      `$1${'g'.repeat(126)}"`,
      'Group is empty or longer',
    ],
    ['an empty translation', /(<bt:Override Locale="fi-FI" Value=")Kirjaa"/, '$1"', 'Open is empty or longer'],
    ['two controls of one id', 'id="compose.open.11"', 'id="read.open.11"', 'the id read.open.11 is there twice'],
    ['an id that is too long', /read\.group\.11/g, 'r'.repeat(33), 'is longer than 32'],
    ['an icon that does not exist', /icons\/icon-80\.png/g, 'icons/icon-81.png', 'there is no image of 80 pixels'],
    ['an icon of another size', /icons\/icon-64\.png/g, 'icons/icon-48.png', 'there is no image of 64 pixels'],
    ['a button without its smallest icon', /<bt:Image size="16" .*?\/>/, '', 'the size 16 is missing'],
    ['a phone icon that is missing', /<bt:Image size="48" scale="3".*?\/>/, '', 'the size 48 3 is missing'],
    [
      'a meeting that is pinned',
      /(id="organizer\.open\.11"[\s\S]*?<SourceLocation resid="Pane" \/>)/,
      '$1<SupportsPinning>true</SupportsPinning>',
      "can't be pinned there",
    ],
    [
      'two buttons on the card that logs',
      /(MobileLogEventAppointmentAttendee">\s*)(<Control [\s\S]*?<\/Control>)/,
      '$1$2$2',
      'something else than one Control',
    ],
    [
      'the newer overrides beside the older ones',
      /<\/VersionOverrides>\s*<\/VersionOverrides>/,
      '</VersionOverrides><Resources/></VersionOverrides>',
      'not at the end of those of 1.0',
    ],
    ['an unknown place', 'MobileMessageReadCommandSurface', 'MobileMailSurface', 'is none of ours'],
    ['another permission', 'ReadItem', 'ReadEverything', 'Permissions is none of the four'],
    [
      'a text that nothing uses',
      '<bt:LongStrings>',
      '<bt:LongStrings><bt:String id="Spare" DefaultValue="x"/>',
      'nothing uses Spare',
    ],
  ];

  it.each(breaks)('with %s is reported', (_, from, to, fault) => {
    const broken = whole.replace(from, to);
    expect(broken).not.toBe(whole);
    expect(faultsOf(broken).join('\n')).toContain(fault);
  });
});

describe('GET /manifest.xml', () => {
  it('gives the manifest of the server that was asked, when it was asked by https', async () => {
    const response = await manifestRoute({ texts: manifestStrings }).request('https://log.example.com/manifest.xml');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/xml');
    expect(await response.text()).toBe(written());
  });

  it('gives that of the address it was told behind a proxy', async () => {
    const route = manifestRoute({ texts: manifestStrings, baseUrl: 'https://log.example.com' });
    expect(await (await route.request('http://10.0.0.7:8321/manifest.xml')).text()).toBe(written());
  });

  it('says what is missing when it was not asked by https', async () => {
    const response = await manifestRoute({ texts: manifestStrings }).request('http://127.0.0.1:8321/manifest.xml');
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('https');
  });
});
