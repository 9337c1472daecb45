import type { SaveSetup } from '../../../domain/commands/save-setup.ts';
import type { ContactTexts } from '../../contacts/texts/en.ts';
import { rowFacts } from '../../set-up/row-facts.ts';
import type { SetUpTexts } from '../../set-up/texts-en.ts';
import type { PaneState } from '../../state/pane-state.ts';
import type { Fact } from './facts.tsx';

/** What a change of the set-up says, field by field. */
export function setUpFacts(
  change: SaveSetup['change'],
  words: SetUpTexts,
  { matching, form, page }: ContactTexts,
  pane: PaneState,
): Fact[] {
  switch (change.what) {
    case 'group':
    case 'template':
    case 'campaign':
    case 'template-setup':
      return rowFacts(change, words, pane);
    case 'salesperson':
      return [
        [words.template.code, change.code],
        [form.name, change.fields.name],
        [page.email, change.fields.email],
      ];
    case 'workspace': {
      const { ownDomains, freeMailDomains, neverLog } = change.workspace;
      return [
        [matching.own, ownDomains.join(', ')],
        [matching.never, neverLog.join(', ')],
        [matching.free, freeMailDomains.join(', ')],
      ];
    }
    case 'delete-template':
      return [
        [words.template.code, change.code],
        [words.removing.instead, change.instead ?? ''],
      ];
    case 'delete-group':
    case 'delete-campaign':
    case 'delete-salesperson':
      return [[words.template.code, change.code]];
  }
}
