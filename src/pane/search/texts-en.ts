import { pluralIn } from '../messages/plural.ts';

const plural = pluralIn('en');

/** What a place is called, and other words that somebody may look for it by. */
interface PlaceName {
  name: string;
  words: string;
}

/** Texts of the search box. */
export const searchTextsEn = {
  label: 'Page, contact or entry',
  help: 'Finds pages and actions by name, contacts, and entries by their words. Words in any order; a finds ä.',
  results: 'Found',
  groups: { pages: 'Pages and actions', contacts: 'Contacts', entries: 'Entries' },
  allEntries: (text: string) => `All entries with “${text}”`,
  looking: 'Looking …',
  asking: 'Asking the server …',
  offline: 'The server could not be asked: only what this device holds was searched.',
  none: 'Nothing found.',
  found: (count: number) => `${count} ${plural(count, 'result', 'results')}`,
  places: {
    home: { name: 'What is open', words: 'mail meeting log this home' },
    new: { name: 'New interaction', words: 'create call letter visit by hand' },
    log: { name: 'Interaction log entries', words: 'log of the team entry list history all' },
    mine: { name: 'My interaction log entries', words: 'own logged by me' },
    canceled: { name: 'Canceled entries', words: 'interaction log interactions reinstate undo' },
    act: {
      name: 'Correct, comment on, evaluate or cancel an entry',
      words: 'mark as canceled edit change add comments evaluation log again for another contact',
    },
    saveLog: { name: 'Save the log as a file', words: 'export csv json excel spreadsheet download list entries' },
    savedFilters: { name: 'Saved filters', words: 'narrow the log' },
    columns: { name: 'Columns of the log', words: 'table sort show hide' },
    keys: { name: 'Keyboard', words: 'keys shortcuts letters' },
    due: { name: 'Due follow-ups', words: 'to-do tasks overdue reminder' },
    postponed: { name: 'Postponed interactions', words: 'resume draft finish later' },
    contacts: { name: 'Contacts', words: 'people persons company companies customers export vcard' },
    newContact: { name: 'New contact', words: 'create add person company' },
    importContacts: { name: 'Import contacts', words: 'csv vcard file bring in' },
    exportContacts: { name: 'Export contacts', words: 'save as a file csv vcard excel spreadsheet' },
    mergeContacts: { name: 'Merge contacts', words: 'duplicates double join separate same person' },
    eraseContact: {
      name: 'Erase a person',
      words: 'delete contact personal data privacy gdpr data protection request',
    },
    matching: { name: 'Matching rules', words: 'own domains never log addresses internal' },
    summary: { name: 'Summary', words: 'statistics figures week cost minutes company campaign salesperson template' },
    cold: { name: 'Going cold', words: 'not reached contacts days long ago' },
    templates: { name: 'Interaction templates', words: 'set up kinds cost minutes defaults' },
    retention: {
      name: 'How long entries are kept',
      words: 'retention period age days keep delete old template privacy gdpr',
    },
    groups: { name: 'Interaction groups', words: 'templates' },
    automatic: {
      name: 'Interaction template setup',
      words: 'suggested record automatically e-mail email logging e-mails meetings calls',
    },
    statistics: { name: 'Template statistics', words: 'sums templates groups' },
    setUpFile: { name: 'Set-up as a file', words: 'export import templates groups' },
    campaigns: { name: 'Campaigns', words: 'target response' },
    salespeople: { name: 'Salespeople', words: 'colleagues team codes names addresses' },
    invite: { name: 'Invite a colleague', words: 'users sign in role add salesperson one-time link' },
    cleanUp: { name: 'Delete canceled interaction log entries …', words: 'clean up remove' },
    attention: { name: 'Needs attention', words: 'refused errors retry mend' },
    settings: { name: 'Settings', words: 'language account role sign out unsent server' },
    ownFile: { name: 'What I logged, as a file', words: 'export my own data json' },
    language: { name: 'Language', words: 'english finnish suomi' },
    signOut: { name: 'Sign out', words: 'log off account leave' },
    wide: { name: 'Open wide', words: 'page browser table window' },
  } satisfies Record<string, PlaceName>,
};

export type SearchTexts = typeof searchTextsEn;
export type PlaceId = keyof SearchTexts['places'];
