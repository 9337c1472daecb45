import type { en } from './en.ts';
import type { enFirst } from './en-first.ts';

/** Every text of the pane; the English catalogue is the shape that the others satisfy. */
export type Messages = typeof en;

/** Those that are shown before any view is opened; they are there first. */
export type FirstMessages = typeof enFirst;

export const languages = ['en', 'fi'] as const;
export type PaneLanguage = (typeof languages)[number];

/** How each language calls itself. */
export const languageNames: Record<PaneLanguage, string> = { en: 'English', fi: 'Suomi' };

/** The pane's language: the remembered choice, else the host's where there is a catalogue for it, else English. */
export function chooseLanguage(remembered: string | undefined, host: string): PaneLanguage {
  const primary = host.toLowerCase().split('-')[0];
  return (
    languages.find((language) => language === remembered) ?? languages.find((language) => language === primary) ?? 'en'
  );
}

/** The catalogue of `language`; each is loaded only when it is shown. */
export async function loadMessages(language: PaneLanguage): Promise<Messages> {
  return language === 'fi' ? (await import('./fi.ts')).fi : (await import('./en.ts')).en;
}

const firstMessages = new Map<PaneLanguage, Promise<FirstMessages>>();

/** The part of the catalogue of `language` that is shown first. Who asks again waits for nothing. */
export function loadFirstMessages(language: PaneLanguage): Promise<FirstMessages> {
  const known = firstMessages.get(language);
  if (known) return known;
  const loading = language === 'fi' ? import('./fi-first.ts').then(fiOf) : import('./en-first.ts').then(enOf);
  firstMessages.set(language, loading);
  loading.catch(() => firstMessages.delete(language));
  return loading;
}

const enOf = ({ enFirst }: { enFirst: FirstMessages }) => enFirst;
const fiOf = ({ fiFirst }: { fiFirst: FirstMessages }) => fiFirst;
