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

const isAdmin = (pane: PaneState) => pane.services.device.actor.role === 'admin';
const isManager = (pane: PaneState) => pane.services.device.actor.role !== 'salesperson';
/** An action that begins in the list of all entries. */
const inLog: Place = { open: (pane) => pane.openLog({}) };

/** Every page and action, by the name that it has in the texts. */
export const places: Record<PlaceId, Place> = {
  home: view('home'),
  new: view('new'),
  log: inLog,
  mine: {
    open: (pane) => pane.openLog({ salesperson: pane.services.device.account.salespersonCode ?? undefined }),
    isThere: (pane) => pane.services.device.account.salespersonCode !== null,
  },
  canceled: { open: (pane) => pane.openLog({ status: 'canceled' }) },
  act: inLog,
  saveLog: { ...inLog, isThere: isManager },
  savedFilters: inLog,
  columns: { ...inLog, isThere: (pane) => pane.isWide.value },
  keys: inLog,
  due: view('due'),
  postponed: view('postponed'),
  contacts: view('contacts'),
  newContact: { open: (pane) => openNewContact(pane) },
  importContacts: view('import'),
  exportContacts: view('contacts'),
  mergeContacts: view('contacts'),
  eraseContact: { ...view('contacts'), isThere: isAdmin },
  matching: view('matching'),
  summary: { open: (pane) => pane.openSummary(undefined) },
  cold: view('cold'),
  templates: ofTemplates('templates'),
  retention: ofTemplates('templates'),
  groups: ofTemplates('groups'),
  automatic: ofTemplates('automatic'),
  statistics: ofTemplates('statistics'),
  setUpFile: ofTemplates('file'),
  campaigns: view('campaigns'),
  salespeople: view('salespeople'),
  invite: { ...view('salespeople'), isThere: isAdmin },
  cleanUp: { ...view('clean-up'), isThere: isManager },
  attention: view('attention'),
  settings: view('settings'),
  ownFile: view('settings'),
  language: view('settings'),
  signOut: view('settings'),
  wide: { ...view('wide'), isThere: (pane) => pane.services.widePage !== undefined },
};
