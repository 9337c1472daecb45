import type { en } from './en.ts';

/** Every text of the pane; the English catalogue is the shape that the others satisfy. */
export type Messages = typeof en;

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
