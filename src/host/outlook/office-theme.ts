import type { HostTheme } from '../host-adapter.ts';
import type { OfficeColours } from './office-surface.ts';

/** Outlook's colours as a theme; clients that give none (before Mailbox 1.14, and mobile) follow the system. */
export function themeOf(colours: OfficeColours | undefined): HostTheme {
  const background = hexColour(colours?.bodyBackgroundColor);
  const foreground = hexColour(colours?.bodyForegroundColor);
  if (!background) return { scheme: 'system' };
  return { scheme: isDark(background) ? 'dark' : 'light', background, ...(foreground ? { foreground } : {}) };
}

/** `#rrggbb`, also of the form with an alpha channel and of the one without `#`. */
function hexColour(value: string | undefined): string | undefined {
  const digits = /^#?(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(value ?? '')?.[1];
  return digits && `#${digits.toLowerCase()}`;
}

/** By the weights of ITU-R BT.601: good enough to tell dark from light. */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
