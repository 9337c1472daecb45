import { openNewContact } from '../contacts/contact-place.ts';
import type { PaneState, TemplatesPart } from '../state/pane-state.ts';
import { bringTo } from './bring-to.ts';
import type { PlaceId } from './texts-en.ts';

/** Somewhere that the search leads to, and for whom it is there. */
interface Place {
  open(pane: PaneState): void;
  isThere?(pane: PaneState): boolean;
  /** It is a part of what opens, marked with `data-place` there. */
  isPart?: true;
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
const partOf = (name: PaneState['view']['value']): Place => ({ ...view(name), isPart: true });
/** An action of the log's list: on the filter that is set, for who comes from there. */
const inLog: Place = {
  open: (pane) => pane.openLog(pane.backTo.value === 'log' ? pane.logFilter.value : {}),
  isPart: true,
};

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
  exportContacts: partOf('contacts'),
  mergeContacts: partOf('contacts'),
  eraseContact: { ...partOf('contacts'), isThere: isAdmin },
  matching: view('matching'),
  summary: { open: (pane) => pane.openSummary(undefined) },
  cold: view('cold'),
  templates: ofTemplates('templates'),
  retention: { ...ofTemplates('templates'), isPart: true },
  groups: ofTemplates('groups'),
  automatic: ofTemplates('automatic'),
  statistics: ofTemplates('statistics'),
  setUpFile: { ...ofTemplates('file'), isPart: true },
  campaigns: view('campaigns'),
  salespeople: view('salespeople'),
  invite: { ...partOf('salespeople'), isThere: isAdmin },
  cleanUp: { ...view('clean-up'), isThere: isManager },
  attention: view('attention'),
  settings: view('settings'),
  ownFile: partOf('settings'),
  language: partOf('settings'),
  signOut: partOf('settings'),
  wide: { ...view('wide'), isThere: (pane) => pane.services.widePage !== undefined },
};

/** Goes there, and on to the part of it that is meant. */
export function openPlace(id: PlaceId, pane: PaneState): void {
  const place = places[id];
  place.open(pane);
  if (place.isPart) bringTo(id, pane);
}
