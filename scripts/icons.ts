import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { allIcons, type IconFile } from '../src/server/manifest/icon-files.ts';
import { chromiumFlags, findBrowser } from './find-browser.ts';

/** Draws every icon file from `public/icons/interlog.svg`. Phones want one grey, and the tick cut out of it. */
const folder = new URL('../public/icons/', import.meta.url);
const svg = readFileSync(new URL('interlog.svg', folder), 'utf8');
const grey = svg.replace('#0f6cbd', '#919191');
const { colour, grey: mobile } = allIcons();

const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: chromiumFlags });
const page = await browser.newPage();
for (const icon of colour) await draw(svg, icon);
for (const icon of mobile) await draw(grey, icon);
await browser.close();

async function draw(source: string, { file, pixels }: IconFile): Promise<void> {
  await page.setViewportSize({ width: pixels, height: pixels });
  const sized = source.replace('<svg ', `<svg width="${pixels}" height="${pixels}" style="display:block" `);
  await page.setContent(`<body style="margin:0">${sized}</body>`);
  await page.screenshot({ path: new URL(file, folder).pathname, omitBackground: true });
}
