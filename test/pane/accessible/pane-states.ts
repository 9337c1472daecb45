import { userEvent } from 'vitest/browser';
import type { Gallery, GalleryOptions } from '../gallery/gallery.ts';
import { refusals } from '../gallery/refuse.ts';
import { click, until } from './look-at.ts';

export const menu = (view: string) => async () => {
  await click('.menu .button');
  await click(`[data-view=${view}]`);
};
const template = (at: number) => async () => {
  await menu('templates')();
  await click('.choice', at);
};
const setUpTab = (at: number) => async () => {
  await menu('templates')();
  await click('[role=tab]', at);
};
const openContact = async (name: string) => {
  await menu('contacts')();
  await until(() => document.querySelector('.contact-line'));
  const lines = [...document.querySelectorAll<HTMLElement>('.contact-line')];
  lines.find((line) => line.textContent?.startsWith(name))?.click();
  await until(() => document.querySelector('.numbers'));
};
const chooseFile = async (gallery: Gallery) => {
  gallery.chosenFile.text = 'Nimi;Sähköposti\nIda Salmi;ida.salmi@uusi.example\nBad;nope\n';
  await menu('contacts')();
  await click('.view .actions .button', 1);
  await click('.view .button-primary');
};
const mend = (what: keyof typeof refusals) => async (gallery: Gallery) => {
  await refusals[what](gallery);
  await click('.status-attention');
  await click('.card .button-primary');
  await until(() => document.querySelector('.card form'));
};
export const loggable = () => until(() => document.querySelector('.log-button[aria-disabled=false]'));

/** How the gallery starts, and what is done in it. */
export interface PaneState {
  options: Omit<GalleryOptions, 'root'>;
  act?: (gallery: Gallery) => Promise<unknown>;
}

/** What is looked at, by name. */
export const paneStates: Record<string, PaneState> = {
  'a mail': { options: { open: 'sample-thread' }, act: loggable },
  'a mail with a note, more fields and the payload': {
    options: { open: 'sample-thread' },
    act: async () => {
      await loggable();
      await click('.actions-tight .button', 2);
      await until(() => document.querySelector('.more'));
      await click('.actions-tight .button', 0);
      await click('.stores .button');
      await until(() => document.querySelector('.payload dl'));
    },
  },
  'a logged mail': {
    options: { open: 'sample-thread' },
    act: async () => {
      await loggable();
      await click('.log-button');
      await until(() => document.querySelector('.outcome-done'));
    },
  },
  'a mail logged offline': {
    options: { open: 'sample-thread', isOffline: true },
    act: async () => {
      await loggable();
      await click('.log-button');
      await until(() => document.querySelector('.outcome'));
    },
  },
  'an unknown sender who is added': {
    options: { open: 'sample-unknown-company' },
    act: async () => {
      await click('.person .button-link');
      await until(() => document.querySelector('.pair'));
    },
  },
  'a shared address': { options: { open: 'sample-shared-address' } },
  'a private mail': { options: { open: 'sample-private' }, act: loggable },
  'an internal mail': { options: { open: 'sample-internal' } },
  'a meeting ahead': { options: { open: 'sample-future' } },
  'nothing open': { options: {} },
  'denied storage': { options: { open: 'sample-thread', trouble: 'storage-denied' } },
  'the choice of a template': {
    options: { open: 'sample-thread' },
    act: async () => {
      await loggable();
      await click('.listbox-button');
      await until(() => document.querySelector('[role=option]'));
    },
  },
  'an open entry': {
    options: { open: 'sample-thread' },
    act: async () => {
      await click('.row-line', 1);
      await until(() => document.querySelector('.details .button-link'));
      await click('.details .button-link', document.querySelectorAll('.details .button-link').length - 1);
      await until(() => document.querySelector('.cancel'));
    },
  },
  'the team’s log': { options: {}, act: menu('log') },
  'what needs attention': {
    options: { open: 'sample-private', isOffline: true },
    act: async (gallery) => {
      await loggable();
      await click('.log-button');
      await until(() => document.querySelector('.outcome'));
      gallery.server.clock.behind = 10 * 86_400_000;
      gallery.goOnline();
      await click('.status-attention');
      await click('.card .button-primary');
      await until(() => document.querySelector('.card form'));
    },
  },
  'a refused template that is mended': { options: { isOffline: true }, act: mend('template') },
  'a refused contact that is mended': { options: { isOffline: true }, act: mend('contact') },
  'a refused correction that is mended': { options: { isOffline: true }, act: mend('correction') },
  'a call with a follow-up': {
    options: { open: 'sample-thread' },
    act: async () => {
      await click('.history .actions-tight .button');
      await until(() => document.querySelector('.main > .subject .via a'));
      await click('.main > .subject .block .actions-tight .button', 1);
      await until(() => document.querySelector('.follow-up-fields'));
    },
  },
  'an interaction from nothing with all its fields': {
    options: {},
    act: async () => {
      await menu('new')();
      await until(() => document.querySelector('.main > .subject .pills'));
      await click('.main > .subject .block .actions-tight .button', 2);
      await until(() => document.querySelector('.main > .subject .storing'));
    },
  },
  'what is postponed': {
    options: { open: 'sample-thread' },
    act: async () => {
      await click('.history .actions-tight .button');
      await until(() => document.querySelector('.main > .subject .log-button[aria-disabled=false]'));
      await click('.main > .subject .action .button-subtle');
      await until(() => document.querySelector('.card'));
    },
  },
  'what is due': {
    options: { open: 'sample-thread' },
    act: async () => {
      await loggable();
      await click('.block .actions-tight .button', 1);
      const line = await until(() => document.querySelector<HTMLInputElement>('.follow-up-fields [type=text]'));
      line.value = 'Send the contract';
      line.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await click('.log-button');
      await until(() => document.querySelector('.outcome-done'));
      await menu('due')();
      await click('.due-line .row-line');
      await click('.details .button', 1);
      await until(() => document.querySelector('.details form'));
    },
  },
  'an entry being corrected': {
    options: { open: 'sample-thread' },
    act: async () => {
      await click('.row-line', 0);
      await click('.details .button-link', 1);
      await until(() => document.querySelector('form.cancel .pills'));
    },
  },
  'a selection in the log': {
    options: {},
    act: async () => {
      await menu('log')();
      (await until(() => document.querySelectorAll<HTMLElement>('.log-cards tbody tr')[1])).focus();
      await userEvent.keyboard(' {Shift>}{ArrowDown}{/Shift}e');
      await until(() => document.querySelector('.selection .evaluations'));
    },
  },
  'the log being filtered by words': {
    options: {},
    act: async () => {
      await menu('log')();
      const words = await until(() => document.querySelector<HTMLInputElement>('[type=search]'));
      await userEvent.fill(words, 'tarj');
      await until(() => document.querySelector('.log-cards mark'));
      await click('.quick-filter', 2);
      await click('.filter-first .button');
      await until(() => document.querySelector('.filter-panel .saved-form'));
    },
  },
  'entries of the log about to be canceled': {
    options: { isOffline: true },
    act: async () => {
      await menu('log')();
      (await until(() => document.querySelectorAll<HTMLElement>('.log-cards tbody tr')[0])).focus();
      await userEvent.keyboard('?c');
      await until(() => document.querySelector('.selection form input'));
    },
  },
  'the contacts': {
    options: {},
    act: async () => {
      await menu('contacts')();
      await until(() => document.querySelector('.contact-line'));
    },
  },
  'a contact': { options: {}, act: () => openContact('Bob Ortiz') },
  'a company': { options: {}, act: () => openContact('Harbour & Pine Ltd') },
  'a contact being edited, with a likely duplicate': {
    options: {},
    act: async () => {
      await openContact('Bob Ortiz');
      await click('.view > .actions .button', 0);
      const name = await until(() => document.querySelector<HTMLInputElement>('.contact-form input.input'));
      name.value = 'Cleo Dupont';
      name.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await until(() => document.querySelector('.contact-form .banner'));
    },
  },
  'two contacts being merged': {
    options: {},
    act: async () => {
      await openContact('Bob Ortiz');
      await click('.view > .actions .button', 1);
      const search = await until(() => document.querySelector<HTMLInputElement>('.view .search-input'));
      search.value = 'cleo';
      search.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await click('[role=option]');
      await until(() => document.querySelector('.means'));
    },
  },
  'a contact about to be deleted': {
    options: {},
    act: async () => {
      await openContact('Bob Ortiz');
      await click('.view > .actions .button', 2);
      await until(() => document.querySelector('.view .means, .view > [role=alert]'));
    },
  },
  'the columns of an import': {
    options: {},
    act: async (gallery) => {
      await chooseFile(gallery);
      await until(() => document.querySelector('.import-preview'));
    },
  },
  'a finished import': {
    options: {},
    act: async (gallery) => {
      await chooseFile(gallery);
      await click('.view > .actions .button-primary');
      await until(() => document.querySelector('.import-report'));
    },
  },
  'the matching rules': {
    options: {},
    act: async () => {
      await menu('settings')();
      await until(() => document.querySelector('.facts'));
      const buttons = [...document.querySelectorAll<HTMLElement>('.view .button')];
      buttons.find((one) => /Matching|Tunnistus/.test(one.textContent ?? ''))?.click();
      await until(() => document.querySelector('.set-up-form textarea'));
    },
  },
  settings: { options: {}, act: menu('settings') },
  templates: { options: {}, act: menu('templates') },
  'a template': { options: {}, act: template(1) },
  'a template that only is read': { options: { user: 'mika' }, act: template(0) },
  'a template at fault, being deleted': {
    options: {},
    act: async () => {
      await template(8)(); // OUTGOING, which is used automatically
      const cost = await until(() => document.querySelector<HTMLInputElement>('.set-up-form [inputmode=decimal]'));
      cost.value = '-1';
      cost.dispatchEvent(new Event('input', { bubbles: true }));
      await click('.set-up-form .button-primary');
      await until(() => document.querySelector('.field-error'));
      await click('.set-up-form ~ .group .button');
      await click('.set-up-form ~ .group .button');
    },
  },
  groups: { options: {}, act: setUpTab(1) },
  'the automatic use': { options: {}, act: setUpTab(2) },
  'statistics by template': {
    options: {},
    act: async () => {
      await setUpTab(3)();
      await until(() => document.querySelector('.sums'));
    },
  },
  'the set-up as a file': { options: {}, act: setUpTab(4) },
  campaigns: { options: {}, act: menu('campaigns') },
  'a salesperson with a one-time link': {
    options: {},
    act: async () => {
      await menu('salespeople')();
      await click('.choice', 1);
      await until(() =>
        document.querySelector('[aria-label="Sign-in"], [aria-label="Kirjautuminen"]')?.querySelector('select'),
      );
      await click('.split-chosen section .actions .button');
      await until(() => document.querySelector('.split-chosen section input[readonly]'));
    },
  },
  'finding a contact': {
    options: { open: 'sample-thread' },
    act: async () => {
      await click('.header > .button');
      const field = await until(() => document.querySelector<HTMLInputElement>('.view input'));
      await userEvent.fill(field, 'kivi');
      await until(() => document.querySelector('.view [role=option]'));
    },
  },
  'pages, contacts and entries that were found': {
    options: {},
    act: async () => {
      await click('.header > .button');
      const field = await until(() => document.querySelector<HTMLInputElement>('.view input'));
      await userEvent.fill(field, 'ta');
      await until(() => document.querySelectorAll('.found [role=group]').length > 1);
      await until(() => document.querySelector('.found mark'));
    },
  },
  'the page of an entry that was canceled and reinstated': {
    options: { open: 'sample-thread' },
    act: async () => {
      const acts = () => until(() => document.querySelector('.details .actions-tight'));
      const act = async (fromLast: number) => {
        const all = (await acts()).querySelectorAll<HTMLElement>('.button-link');
        all[all.length - fromLast]?.click();
      };
      await click('.row-line', 0);
      await act(1);
      await click('form.cancel [type=submit]');
      await until(() => document.querySelector('.row-canceled .details'));
      await act(1);
      await click('form.cancel [type=submit]');
      await until(() => !document.querySelector('.row-canceled .details'));
      await act(3); // its page; then its contact, and what was done just now
      await until(() => document.querySelectorAll('.events li').length === 3);
      await click('.entry-page > details > summary');
    },
  },
  'a summary': {
    options: {},
    act: async () => {
      await menu('summary')();
      await until(() => document.querySelector('.week'));
      await click('.summary-of summary');
    },
  },
  'a summary as tables': {
    options: {},
    act: async () => {
      await menu('summary')();
      await until(() => document.querySelector('.week'));
      await click('.view .actions-tight .button', 1);
      await until(() => document.querySelector('.figures .button'));
    },
  },
  'a summary without the server': {
    options: { isOffline: true },
    act: async () => {
      await menu('summary')();
      await until(() => document.querySelector('.view .banner'));
    },
  },
  'who has gone cold': {
    options: {},
    act: async () => {
      await menu('cold')();
      await until(() => document.querySelector('.cold'));
    },
  },
  'canceled entries about to be deleted': {
    options: {},
    act: async () => {
      await menu('clean-up')();
      await click('.view .button-primary');
      await click('.deletion + div .button-primary');
      await until(() => document.querySelector('.banner-danger'));
    },
  },
  'a deletion that goes on': {
    options: {},
    act: async () => {
      await menu('clean-up')();
      await click('.view .button-primary');
      await click('.deletion + div .button-primary');
      await click('.banner-danger .button', 1);
      await until(() => document.querySelector('progress'));
    },
  },
  'a person about to be erased': {
    options: {},
    act: async () => {
      await openContact('Bob Ortiz');
      await click('section.group .actions .button', 1);
      await click('form [type=submit]');
      await until(() => document.querySelector('form [aria-invalid=true]'));
    },
  },
  'the open menu': { options: {}, act: () => click('.menu .button') },
};
