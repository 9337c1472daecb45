import { openNewContact } from '../contacts/contact-place.ts';
import type { PaneState, TemplatesPart } from '../state/pane-state.ts';
import type { PlaceId } from './texts-en.ts';

/** Somewhere that the search leads to, and for whom it is there. */
interface Place {
  open(pane: PaneState): void;
  isThere?(pane: PaneState): boolean;
}

const view = (name: PaneState['view']['value']): Place => ({
  open: (pane) => {
    pane.view.value = name;
  },
});
const ofTemplates = (part: TemplatesPart): Place => ({
  open: (pane) => {
    pane.templatesPart.value = part;
    pane.view.value = 'templates';
  },
});

/** Every page and action, by the name that it has in the texts. */
export const places: Record<PlaceId, Place> = {
  home: view('home'),
  new: view('new'),
  log: { open: (pane) => pane.openLog({}) },
  mine: {
    open: (pane) => pane.openLog({ salesperson: pane.services.device.account.salespersonCode ?? undefined }),
    isThere: (pane) => pane.services.device.account.salespersonCode !== null,
  },
  canceled: { open: (pane) => pane.openLog({ status: 'canceled' }) },
  due: view('due'),
  postponed: view('postponed'),
  contacts: view('contacts'),
  newContact: { open: (pane) => openNewContact(pane) },
  importContacts: view('import'),
  matching: view('matching'),
  summary: { open: (pane) => pane.openSummary(undefined) },
  cold: view('cold'),
  templates: ofTemplates('templates'),
  groups: ofTemplates('groups'),
  automatic: ofTemplates('automatic'),
  statistics: ofTemplates('statistics'),
  setUpFile: ofTemplates('file'),
  campaigns: view('campaigns'),
  salespeople: view('salespeople'),
  invite: { ...view('salespeople'), isThere: (pane) => pane.services.device.actor.role === 'admin' },
  cleanUp: { ...view('clean-up'), isThere: (pane) => pane.services.device.actor.role !== 'salesperson' },
  attention: view('attention'),
  settings: view('settings'),
  ownFile: view('settings'),
  wide: { ...view('wide'), isThere: (pane) => pane.services.widePage !== undefined },
};
