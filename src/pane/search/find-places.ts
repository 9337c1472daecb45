import { holdsWords, soughtWords } from '../../domain/sought-words.ts';
import { fold } from '../../domain/text.ts';
import type { PaneLanguage } from '../messages/messages.ts';
import type { PlaceId, SearchTexts } from './texts-en.ts';

/** Where a name in the other language stands among the ways to be found. */
const byAlias = 3;

/** A page or action that was found. */
export interface PlaceHit {
  id: PlaceId;
  name: string;
  /** Its name in the other language, where it was found by that. */
  alias: string | undefined;
}

/**
 * Finds pages and actions by words in any order, each the beginning of a word of the name or of what else it may be
 * looked for by, in the language shown and in the other one. Those found by their name come first, short names before long ones.
 */
export function findPlaces(
  query: string,
  catalogues: Readonly<Record<PaneLanguage, SearchTexts>>,
  language: PaneLanguage,
  isThere: (id: PlaceId) => boolean,
): PlaceHit[] {
  const sought = soughtWords(query);
  if (sought.length === 0) return [];
  const whole = fold(query.trim());
  const shown = catalogues[language].places;
  const other = catalogues[language === 'en' ? 'fi' : 'en'].places;
  const found: { hit: PlaceHit; rank: number }[] = [];
  for (const id of Object.keys(shown) as PlaceId[]) {
    // its keys are the places
    if (!isThere(id)) continue;
    const { name, words } = shown[id];
    const alias = other[id].name;
    const matches = [
      fold(name).startsWith(whole),
      holdsWords([name], sought),
      // Words may be joined to longer ones.
      fold(name).includes(whole),
      holdsWords([alias], sought),
      holdsWords([name, words], sought),
      holdsWords([alias, other[id].words], sought),
    ];
    const rank = matches.indexOf(true);
    if (rank >= 0) found.push({ hit: { id, name, alias: rank === byAlias ? alias : undefined }, rank });
  }
  return found.sort((a, b) => a.rank - b.rank || a.hit.name.length - b.hit.name.length).map(({ hit }) => hit);
}
