import type { Language } from '../../domain/choices.ts';
import type { InteractionTemplate } from '../../domain/interaction-template.ts';

/** How a language is called in the reader's; its tag where that is not known, or is none. */
export function languageName(tag: string, reader: string): string {
  if (tag === '') return '';
  try {
    return new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag; // a file may name texts by anything
  }
}

const common = 'fi sv en da nb et lv lt de nl fr es it pt pl cs hu ro el uk ru tr zh ja'.split(' ');

/** The languages to choose from: common ones, those that a template has, and those of `also`. */
export function languagesToChoose(
  templates: readonly Pick<InteractionTemplate, 'language' | 'description'>[] = [],
  also: Iterable<Language> = [],
): Language[] {
  const theirs = templates.flatMap(({ language, description }) => [language, ...Object.keys(description)]);
  return [...new Set([...common, ...theirs, ...also])].filter((tag) => tag !== '');
}
