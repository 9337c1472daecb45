import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { platform } from 'node:os';

/**
 * Finds the browser that the tests drive, and installs one where there is none: first the Chromium, Chrome or Edge of
 * the machine, then Playwright's own, then (Debian, as root) the `chromium` package. Run directly it says what it did, and
 * adds (Debian, as root) the package without a window, in which most tests run quicker.
 */
const candidates: Record<string, string[]> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
};

/** Flags that keep a headless test browser quiet and let it start as root. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a browser that is here, or undefined. `INTERLOG_BROWSER` names one to be used. */
export function findBrowser(): string | undefined {
  const named = process.env.INTERLOG_BROWSER;
  const all = [...(named ? [named] : []), ...(candidates[platform()] ?? []), ...playwrightBrowser()];
  return all.find((path) => existsSync(path));
}

/**
 * The same browser without a window and all that belongs to one, which takes a third less of the processor's time; the
 * whole one where this is not here. It does not deny storage to framed pages as the whole one does.
 */
export function findHeadlessBrowser(): string | undefined {
  const { INTERLOG_BROWSER: named } = process.env;
  return named === undefined && existsSync(headlessShell) ? headlessShell : findBrowser();
}

/** Of the Debian package `chromium-headless-shell`. */
const headlessShell = '/usr/bin/chromium-headless-shell';

function playwrightBrowser(): string[] {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright-core') as typeof import('playwright-core'); // its own types
    return [chromium.executablePath()];
  } catch {
    // Playwright throws where it knows no build for this system; then there is simply no candidate.
    return [];
  }
}

function attempt(what: string, command: string, args: string[]): void {
  console.log(what);
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 300_000 });
  } catch (error) {
    console.log(`  did not work: ${String(error).split('\n')[0]}`);
  }
}

const apt = '/usr/bin/apt-get';

function canInstallPackages(): boolean {
  return platform() === 'linux' && process.getuid?.() === 0 && existsSync(apt);
}

function installPackage(name: string): void {
  attempt(`Installing the Debian package ${name} …`, apt, ['update']);
  attempt(`  apt-get install ${name} …`, apt, ['install', '-y', '--no-install-recommends', name]);
}

function installBrowser(): void {
  const cli = createRequire(import.meta.url).resolve('playwright-core/cli.js');
  attempt('No browser found: asking Playwright to download Chromium …', process.execPath, [cli, 'install', 'chromium']);
  if (!findBrowser() && canInstallPackages()) installPackage('chromium');
}

if (process.argv[1] === import.meta.filename) {
  if (!findBrowser()) installBrowser();
  const browser = findBrowser();
  if (!browser) {
    console.error('No browser for the tests: install Chromium, Chrome or Edge, or set INTERLOG_BROWSER to one.');
    process.exit(1);
  }
  // Beside Debian's own Chromium only: another browser was somebody's choice.
  if (findHeadlessBrowser() === '/usr/bin/chromium' && canInstallPackages()) installPackage('chromium-headless-shell');
  console.log(`Browser for the tests: ${[...new Set([browser, findHeadlessBrowser()])].join(', ')}`);
}
