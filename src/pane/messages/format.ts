import type { Day, Instant, Zone } from '../../domain/time.ts';
import type { PaneLanguage } from './messages.ts';

/** Dates, times and numbers as a reader writes them. Instants are shown in the reader's zone, days as they are. */
export interface Format {
  number(value: number): string;
  money(value: number, currency: string): string;
  /** `3 Nov`, with the year where it is not `today`'s. */
  day(day: Day, today: Day): string;
  /** `today`, `yesterday`, `tomorrow`, else as `day`. */
  nearDay(day: Day, today: Day): string;
  /** `23 Nov 2026`. */
  fullDay(day: Day): string;
  time(at: Instant): string;
  /** `2 hours ago`; `now` in milliseconds. */
  ago(at: Instant, now: number): string;
  /** `Nov` and `November 2026`, of a month given as `YYYY-MM`. */
  month(month: string, width: 'short' | 'long'): string;
  list(items: readonly string[]): string;
  /** `12 kB`, `3.4 MB`. */
  size(bytes: number): string;
}

const dayMs = 86_400_000;

/** The formats of `language`, in the host's region where its language is the same one. */
export function createFormat(language: PaneLanguage, hostLocale: string, zone: Zone): Format {
  const locale = hostLocale.toLowerCase().startsWith(`${language}-`)
    ? hostLocale
    : { en: 'en-GB', fi: 'fi-FI' }[language];
  const utc = { timeZone: 'UTC' } as const;
  const dayMonth = { ...utc, day: 'numeric', month: language === 'fi' ? 'numeric' : 'short' } as const;
  // Each is made when it is first asked for: making all of them costs as much as showing the pane.
  const dates = {
    dayMonth: once(() => new Intl.DateTimeFormat(locale, dayMonth)),
    dayMonthYear: once(() => new Intl.DateTimeFormat(locale, { ...dayMonth, year: 'numeric' })),
    time: once(() => new Intl.DateTimeFormat(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' })),
    shortMonth: once(() => new Intl.DateTimeFormat(locale, { ...utc, month: 'short' })),
    longMonth: once(() => new Intl.DateTimeFormat(locale, { ...utc, month: 'long', year: 'numeric' })),
  };
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));

  const daysBetween = (day: Day, today: Day) => Math.round((Date.parse(day) - Date.parse(today)) / dayMs);
  const format: Format = {
    number: (value) => numbers().format(value),
    // As exact as it can be typed.
    money: (value, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 4 }).format(value),
    day: (day, today) =>
      (day.slice(0, 4) === today.slice(0, 4) ? dates.dayMonth() : dates.dayMonthYear()).format(
        new Date(`${day}T00:00:00Z`),
      ),
    nearDay: (day, today) => {
      const away = daysBetween(day, today);
      return Math.abs(away) <= 1 ? relative().format(away, 'day') : format.day(day, today);
    },
    fullDay: (day) => dates.dayMonthYear().format(new Date(`${day}T00:00:00Z`)),
    time: (at) => dates.time().format(new Date(at)),
    ago: (at, now) => {
      const minutes = Math.round((Date.parse(at) - now) / 60_000);
      if (Math.abs(minutes) < 60) return relative().format(Math.min(minutes, 0), 'minute');
      if (Math.abs(minutes) < 24 * 60) return relative().format(Math.round(minutes / 60), 'hour');
      return relative().format(Math.round(minutes / (24 * 60)), 'day');
    },
    month: (month, width) =>
      (width === 'short' ? dates.shortMonth() : dates.longMonth()).format(new Date(`${month}-01T00:00:00Z`)),
    list: (items) => lists().format(items),
    size: (bytes) => {
      const isLarge = bytes >= 1_000_000;
      const unit = isLarge ? 'megabyte' : 'kilobyte';
      const amount = isLarge ? bytes / 1_000_000 : Math.ceil(bytes / 1000);
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
    },
  };
  return format;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
