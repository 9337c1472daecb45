import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumFlags, findBrowser } from '../../../scripts/find-browser.ts';

/**
 * Takes a picture of every state into `test/output/pane`: `node test/pane/gallery/take-screenshots.ts [name …]`; with
 * `--forced-colors` as a person with few colours of their own sees it.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const output = fileURLToPath(new URL('../../output/pane/', import.meta.url));
const outDir = fileURLToPath(new URL('../../output/gallery/', import.meta.url));
mkdirSync(output, { recursive: true });

interface Shot {
  name: string;
  query: string;
  width?: number;
  height?: number;
  act?: (page: Page) => Promise<void>;
}

const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};
const menu = (view: string) => async (page: Page) => {
  await press(/Menu|Valikko/)(page);
  await page.locator(`[data-view=${view}]`).click();
};
const findPekka = async (page: Page) => {
  await press(/^(Search|Haku)/)(page);
  await page.getByRole('combobox', { name: /^(Page, contact|Sivu, kontakti)/ }).fill('pekka');
  await page.getByRole('option').first().click();
  await page.waitForTimeout(300);
};
const contact = (name: RegExp) => async (page: Page) => {
  await menu('contacts')(page);
  await page.getByRole('button', { name }).first().click();
  await page.waitForTimeout(300);
};
const then =
  (first: (page: Page) => Promise<void>, name: RegExp) =>
  async (page: Page): Promise<void> => {
    await first(page);
    await press(name)(page);
  };
const mending = (what: keyof typeof import('./refuse.ts').refusals) => async (page: Page) => {
  await page.evaluate(async (name) => {
    // The gallery's own page puts both there.
    const there = window as unknown as { gallery: import('./gallery.ts').Gallery } & typeof import('./refuse.ts');
    await there.refusals[name](there.gallery);
  }, what);
  await page.locator('.status-attention').click();
  await press(/^(Mend|Korjaa)$/)(page);
  await page.waitForTimeout(400);
};
const merge = (page: Page) =>
  page.evaluate(async () => {
    // The gallery's own page puts it there.
    const { server, device } = (window as unknown as { gallery: import('./gallery.ts').Gallery }).gallery;
    const named = (name: string) =>
      server.log.rows(device.account.tenantId).find((row) => row.kind === 'contact' && row.name === name)?.id;
    const apart = { into: named('Bob Ortiz'), outOf: null, takesOver: null };
    await server.push('anna', [
      { ...device.envelope(), type: 'merge-contacts', from: named('Grace Okafor'), ...apart },
      { ...device.envelope(), type: 'merge-contacts', from: named('Eero Mäkelä'), ...apart },
    ]);
    device.syncNow();
  });
const sampleCsv = `Nimi;Sähköposti;Yritys;Puhelin;Muuta
Ida Salmi;ida.salmi@uusi.example;Uusi Oy;+358 40 555 0999;x
Pekka Kivi;pekka.kivi@kivi.example;;;
Ei Osoitetta;ei-osoite;;;
`;
const importing = (text: string) => async (page: Page) => {
  await page.evaluate((chosen) => {
    // The gallery's own page puts it there.
    (window as unknown as { gallery: { chosenFile: { text: string } } }).gallery.chosenFile.text = chosen;
  }, text);
  await menu('contacts')(page);
  await press(/^(Import|Tuo)$/)(page);
  await press(/^(Choose a file|Valitse tiedosto)/)(page);
  await page.waitForTimeout(300);
};
const template = (name: RegExp) => async (page: Page) => {
  await menu('templates')(page);
  await page.getByRole('button', { name }).click();
};
const part = (view: string, tab: RegExp) => async (page: Page) => {
  await menu(view)(page);
  await page.getByRole('tab', { name: tab }).click();
};
const log = press(/^(Log|Kirjaa)/);
const entryPage = async (page: Page) => {
  await page.locator('.row-line').nth(0).click();
  await press(/^(Correct|Oikaise)/)(page);
  await page.locator('form.cancel input').first().fill('Offer 2291, talked about');
  await page.locator('form.cancel [type=submit]').click();
  await press(/^(Mark as canceled|Merkitse peruutetuksi)/)(page);
  await page.locator('form.cancel [type=submit]').click();
  await press(/^(Reinstate|Palauta)/)(page);
  await page.locator('form.cancel [type=submit]').click();
  await press(/^(Open its page|Avaa tapahtuman sivu)/)(page);
};

const salesperson = (name: RegExp) => async (page: Page) => {
  await menu('salespeople')(page);
  await page.getByRole('button', { name }).click();
  await page
    .getByRole('region', { name: /^(Sign-in|Kirjautuminen)$/ })
    .getByRole('combobox')
    .waitFor();
};

const shots: Shot[] = [
  { name: 'mail-en', query: 'open=sample-thread' },
  { name: 'mail-fi-dark', query: 'open=sample-thread&language=fi&scheme=dark' },
  { name: 'five-fi', query: 'open=sample-five-recipients&language=fi' },
  { name: 'unknown-added-en', query: 'open=sample-unknown-company', act: press(/Add Liisa|as a contact/) },
  { name: 'known-company-fi', query: 'open=sample-known-company&language=fi', act: press(/Lisää kontaktiksi/) },
  { name: 'shared-en', query: 'open=sample-shared-address' },
  { name: 'private-en', query: 'open=sample-private' },
  { name: 'internal-en', query: 'open=sample-internal' },
  { name: 'compose-en', query: 'open=sample-compose' },
  { name: 'meeting-fi', query: 'open=sample-meeting&language=fi' },
  { name: 'future-en', query: 'open=sample-future' },
  { name: 'nothing-en', query: '' },
  { name: 'logged-en', query: 'open=sample-thread', act: log },
  { name: 'saved-offline-en', query: 'open=sample-thread&offline', act: log },
  { name: 'trouble-fi', query: 'open=sample-thread&trouble=storage-denied&language=fi', act: log },
  {
    name: 'more-note-en',
    query: 'open=sample-thread',
    act: async (page) => {
      await press(/^Note/)(page);
      await press(/^More/)(page);
    },
  },
  { name: 'payload-en', query: 'open=sample-thread', act: press(/Show exactly/) },
  {
    name: 'payload-follow-up-fi-dark',
    query: 'open=sample-thread&language=fi&scheme=dark',
    width: 320,
    act: async (page) => {
      await press(/^Seuranta$/)(page);
      await page.getByLabel('Mitä pitää tehdä').fill('Soita Pekalle tarjouksesta');
      await press(/Näytä tarkalleen|tallennetaan/)(page);
    },
  },
  {
    name: 'template-en',
    query: 'open=sample-thread',
    act: (page) => page.getByRole('combobox', { name: 'Interaction template' }).click(),
  },
  {
    name: 'search-en',
    query: 'open=sample-thread',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Add another contact' }).fill('har');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'why-en', query: 'open=sample-thread', act: press(/^Why/) },
  {
    name: 'entry-open-en',
    query: 'open=sample-thread',
    act: async (page) => {
      await page.locator('.row-line').nth(1).click();
      await page.getByRole('button', { name: 'Mark as canceled' }).click();
    },
  },
  { name: 'new-en', query: '', act: menu('new') },
  {
    name: 'call-en',
    query: '',
    act: async (page) => {
      await findPekka(page);
      await page.getByRole('button', { name: 'Call', exact: true }).click();
      await page.waitForTimeout(300);
      await page.locator('.main > .subject').getByRole('button', { name: 'Follow-up' }).click();
    },
  },
  {
    name: 'call-more-fi-dark',
    query: 'language=fi&scheme=dark',
    width: 320,
    act: async (page) => {
      await findPekka(page);
      await page.getByRole('button', { name: 'Puhelu', exact: true }).click();
      await page.waitForTimeout(300);
      await page.locator('.main > .subject').getByRole('button', { name: 'Lisää tietoja' }).click();
      await page.locator('.main > .subject').getByRole('combobox', { name: 'Lisää toinen kontakti' }).fill('aino');
      await page.getByRole('option').first().click();
    },
  },
  { name: 'salespeople-en', query: '', act: menu('salespeople') },
  {
    name: 'salesperson-fi-dark',
    query: 'language=fi&scheme=dark',
    act: async (page) => {
      await salesperson(/Mika/)(page);
      await press(/^Luo toinen/)(page);
      await page.getByLabel('Kertakäyttöinen linkki').waitFor();
    },
  },
  {
    name: 'salesperson-wide-en',
    query: 'wide',
    width: 1280,
    act: async (page) => {
      await page.locator('.places [data-view=salespeople]').click();
      await page.getByRole('button', { name: /Anna/ }).click();
      await page.getByRole('region', { name: 'Sign-in' }).getByRole('combobox').waitFor();
    },
  },
  {
    name: 'by-hand-two-en',
    query: '',
    height: 1500,
    act: async (page) => {
      await findPekka(page);
      await page.getByRole('button', { name: 'Call', exact: true }).click();
      await page.waitForTimeout(300);
      await page.locator('.main > .subject').getByRole('combobox', { name: 'Add another contact' }).fill('bob');
      await page.getByRole('option').first().click();
      await page.locator('.main > .subject').getByRole('button', { name: 'More' }).click();
      await page.locator('.main > .subject').getByLabel('Campaign', { exact: true }).selectOption({ index: 1 });
    },
  },
  {
    name: 'by-hand-blocked-fi-dark',
    query: 'language=fi&scheme=dark',
    height: 1000,
    act: async (page) => {
      await findPekka(page);
      await page.getByRole('button', { name: 'Puhelu', exact: true }).click();
      await page.waitForTimeout(300);
      const search = page.locator('.main > .subject').getByRole('combobox', { name: 'Lisää toinen kontakti' });
      await search.fill('bob');
      await page.getByRole('option').first().click();
      await page.evaluate(async () => {
        const { gallery } = window as unknown as { gallery: import('./gallery.ts').Gallery };
        const contacts = await gallery.device.store.contacts();
        for (const name of ['Bob Ortiz', 'Matti Järvinen']) {
          const found = contacts.find((one) => one.name === name);
          if (found)
            await gallery.device.perform({
              ...gallery.device.envelope(),
              type: 'save-contact',
              contactId: found.id,
              ...{ saw: { privacyBlocked: false }, to: { privacyBlocked: true } },
            });
        }
      });
      await search.fill('matti');
      await page.getByRole('option').first().click();
      await page.waitForTimeout(300);
    },
  },
  { name: 'due-en', query: '', act: menu('due') },
  {
    name: 'due-fi-dark',
    query: 'language=fi&scheme=dark',
    act: async (page) => {
      await menu('due')(page);
      await page
        .getByRole('button', { name: /^Tehty/ })
        .first()
        .click();
    },
  },
  { name: 'postponed-fi', query: 'language=fi', act: menu('postponed') },
  {
    name: 'entry-correct-fi',
    query: 'open=sample-thread&language=fi',
    act: async (page) => {
      await page.locator('.row-line').nth(0).click();
      await page.getByRole('button', { name: 'Oikaise' }).click();
    },
  },
  {
    name: 'entry-all-en-dark',
    query: 'open=sample-thread&scheme=dark',
    act: async (page) => {
      await page.locator('.row-line').nth(0).click();
      await page.getByText('All fields').click();
    },
  },
  {
    name: 'log-select-en',
    query: '',
    act: async (page) => {
      await menu('log')(page);
      await page.getByRole('button', { name: 'Select several' }).click();
      await page.locator('.log-cards .checkbox').nth(0).check();
      await page.locator('.log-cards .checkbox').nth(2).check();
    },
  },
  {
    name: 'log-evaluated-fi-dark',
    query: 'language=fi&scheme=dark',
    act: async (page) => {
      await menu('log')(page);
      await page.getByRole('button', { name: 'Valitse useita' }).click();
      await page.locator('.log-cards .checkbox').nth(0).check();
      await page.locator('.log-cards .checkbox').nth(2).check();
      await press(/^Arvioi/)(page);
      await press(/^Erittäin myönteinen/)(page);
    },
  },
  {
    name: 'log-saved-filters-en',
    query: '',
    act: async (page) => {
      await menu('log')(page);
      await page.getByRole('button', { name: 'Canceled', exact: true }).click();
      await page.getByRole('button', { name: /^Filter/ }).click();
      await page.getByRole('textbox', { name: 'Name of this filter' }).fill('What was canceled');
      await press(/^Save this filter/)(page);
      await page.waitForTimeout(400);
      await page.getByText('Saved filters').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'contact-unfinished-fi',
    query: 'language=fi',
    act: async (page) => {
      await menu('contacts')(page);
      await press(/^Uusi kontakti/)(page);
      await page.getByRole('textbox', { name: 'Nimi' }).fill('Kesken Jäänyt');
      await menu('contacts')(page);
      await press(/^Uusi kontakti/)(page);
    },
  },
  { name: 'summary-en', query: '', act: menu('summary') },
  { name: 'summary-fi-dark', query: 'language=fi&scheme=dark', act: menu('summary') },
  {
    name: 'summary-wide-table-en',
    query: 'wide',
    width: 1280,
    act: async (page) => {
      await page.locator('[data-view=summary]').click();
      await press(/^Show as tables/)(page);
    },
  },
  { name: 'summary-offline-fi', query: 'language=fi&offline', act: menu('summary') },
  { name: 'cold-en', query: '', act: menu('cold') },
  { name: 'cold-fi-dark', query: 'language=fi&scheme=dark', act: menu('cold') },
  {
    name: 'clean-up-preview-en',
    query: '',
    act: async (page) => {
      await menu('clean-up')(page);
      await press(/^Show what/)(page);
      await press(/^Delete \d/)(page);
      await page.locator('.banner').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'clean-up-running-fi-dark',
    query: 'language=fi&scheme=dark',
    act: async (page) => {
      await menu('clean-up')(page);
      await press(/^Näytä, mitä/)(page);
      await press(/^Poista \d/)(page);
      await page
        .getByRole('button', { name: /^Poista \d/ })
        .last()
        .click();
    },
  },
  {
    name: 'clean-up-done-en',
    query: '',
    act: async (page) => {
      await menu('clean-up')(page);
      await press(/^Show what/)(page);
      await press(/^Delete \d/)(page);
      await page
        .getByRole('button', { name: /^Delete \d/ })
        .last()
        .click();
      await page.getByRole('button', { name: 'Delete others' }).waitFor();
    },
  },
  {
    name: 'clean-up-wide-fi',
    query: 'wide&language=fi',
    width: 1280,
    act: async (page) => page.locator('[data-view=clean-up]').click(),
  },
  { name: 'contact-erase-en', query: '', act: then(contact(/^Bob Ortiz/), /^Erase this/) },
  {
    name: 'contact-erase-merged-fi-dark',
    query: 'language=fi&scheme=dark',
    height: 1000,
    act: async (page) => {
      await merge(page);
      await then(contact(/^Bob Ortiz/), /^Poista henk/)(page);
      await page.locator('.banner').waitFor();
    },
  },
  { name: 'entry-page-en', query: 'open=sample-thread', act: entryPage },
  { name: 'entry-page-fi-dark', query: 'open=sample-thread&language=fi&scheme=dark', act: entryPage },
  {
    name: 'search-pages-en',
    query: '',
    act: async (page) => {
      await press(/^Search/)(page);
      await page.getByRole('combobox').first().fill('delete canc');
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'search-all-fi-dark',
    query: 'language=fi&scheme=dark',
    act: async (page) => {
      await press(/^Haku/)(page);
      await page.getByRole('combobox').first().fill('tar');
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'search-wide-en',
    query: 'wide',
    width: 1280,
    act: async (page) => {
      await press(/^Search/)(page);
      await page.getByRole('combobox').first().fill('pek');
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'settings-file-en',
    query: '',
    act: async (page) => {
      await menu('settings')(page);
      await press(/^Save what I logged/)(page);
    },
  },
  { name: 'log-fi', query: 'language=fi', act: menu('log') },
  {
    name: 'log-narrow-fi',
    query: 'language=fi',
    width: 320,
    act: async (page) => {
      await menu('log')(page);
      await page
        .locator('.log-cards .row-description')
        .nth(1)
        .evaluate((part) => {
          part.textContent = 'Tarjous_2291_huoltosopimuksen_jatko_allekirjoitettu_lopullinen.pdf';
        });
      await page
        .locator('.log-cards tbody tr')
        .nth(3)
        .click({ modifiers: ['Control'] });
      await page.locator('.row-day').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'wide-log-canceled-en',
    query: 'wide',
    width: 1280,
    act: async (page) => {
      await page.locator('.log-table tbody .checkbox').nth(0).check();
      await page.locator('.log-table tbody .checkbox').nth(2).check();
      await press(/^Mark as canceled/)(page);
      await page.locator('.selection form [type=submit]').click();
      await page.locator('.done-act').waitFor();
    },
  },
  { name: 'log-offline-en-dark', query: 'offline&scheme=dark', act: menu('log') },
  {
    name: 'log-filter-fi',
    query: 'language=fi',
    act: async (page) => {
      await menu('log')(page);
      await page.getByRole('button', { name: 'Peruutettu', exact: true }).click();
      await page.getByRole('searchbox').fill('tarj');
      await page.getByRole('button', { name: /^Suodata/ }).click();
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'log-words-en',
    query: '',
    act: async (page) => {
      await menu('log')(page);
      await page.getByRole('searchbox').fill('tarj');
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'log-cancel-en',
    query: '',
    act: async (page) => {
      await menu('log')(page);
      await page
        .locator('.log-cards tbody tr')
        .nth(1)
        .click({ modifiers: ['Control'] });
      await page
        .locator('.log-cards tbody tr')
        .nth(2)
        .click({ modifiers: ['Control'] });
      await press(/^Mark as canceled/)(page);
    },
  },
  { name: 'templates-en', query: '', act: menu('templates') },
  {
    name: 'template-keep-en',
    query: '',
    act: async (page) => {
      await template(/^EMAIL E-mail/)(page);
      await page.getByLabel(/^Keep interactions/).fill('40');
      await press(/^Save template/)(page);
      await page.getByText(/within a day/).waitFor();
    },
  },
  {
    name: 'template-keep-fi-dark',
    query: 'language=fi&scheme=dark',
    width: 320,
    act: async (page) => {
      await template(/^EMAIL Sähkö/)(page);
      await page.getByLabel(/^Säilytä/).fill('1');
      await press(/^Tallenna malli/)(page);
      await page.getByText(/vuorokauden kuluessa/).waitFor();
    },
  },
  { name: 'template-fi-dark', query: 'language=fi&scheme=dark', act: template(/^OUTGOING/) },
  { name: 'template-read-en', query: 'as=mika', act: template(/^EMAIL E-mail/) },
  {
    name: 'template-delete-en',
    query: '',
    act: async (page) => {
      await template(/^OUTGOING/)(page);
      await press(/^Delete template/)(page);
      await press(/^Delete$/)(page);
    },
  },
  { name: 'automatic-fi', query: 'language=fi', act: part('templates', /^Ehdotukset/) },
  { name: 'statistics-en', query: '', act: part('templates', /^Statistics/) },
  { name: 'campaigns-fi', query: 'language=fi', act: menu('campaigns') },
  { name: 'wide-log-en', query: 'wide', width: 1366 },
  { name: 'wide-log-fi-1280', query: 'wide&language=fi', width: 1280 },
  {
    name: 'wide-log-columns-en',
    query: 'wide',
    width: 1280,
    act: async (page) => {
      await press(/^Columns/)(page);
      await page.getByRole('button', { name: 'Cost', exact: true }).click();
    },
  },
  {
    name: 'wide-log-keys-en',
    query: 'wide',
    width: 1280,
    act: async (page) => {
      await page.locator('.log-table tbody tr').nth(1).focus();
      await page.keyboard.press('?');
      await page.keyboard.press('c');
    },
  },
  {
    name: 'wide-log-entry-fi-dark',
    query: 'wide&language=fi&scheme=dark',
    width: 1366,
    act: async (page) => {
      await page.locator('.log-open').nth(2).click();
    },
  },
  {
    name: 'wide-contact-fi',
    query: 'wide&language=fi',
    width: 1366,
    act: async (page) => {
      await page.locator('[data-view=contacts]').click();
      await page.getByRole('button', { name: /^Pekka Kivi/ }).click();
    },
  },
  {
    name: 'wide-template-en',
    query: 'wide',
    width: 1100,
    act: async (page) => {
      await page.locator('[data-view=templates]').click();
      await page.getByRole('button', { name: /^OUTGOING/ }).click();
    },
  },
  {
    name: 'wide-statistics-en-dark',
    query: 'wide&scheme=dark',
    width: 1100,
    act: async (page) => {
      await page.locator('[data-view=templates]').click();
      await page.getByRole('tab', { name: 'Statistics' }).click();
    },
  },
  { name: 'settings-fi', query: 'language=fi', act: menu('settings') },
  { name: 'contacts-en', query: '', act: menu('contacts') },
  { name: 'contact-en', query: '', act: contact(/^Pekka Kivi/) },
  { name: 'contact-fi-dark', query: 'language=fi&scheme=dark', act: contact(/^Bob Ortiz/) },
  { name: 'company-fi', query: 'language=fi', act: contact(/^Harbour & Pine/) },
  { name: 'contact-edit-en', query: '', act: then(contact(/^Bob Ortiz/), /^Edit/) },
  { name: 'contact-delete-fi', query: 'language=fi', act: then(contact(/^Cleo Dupont/), /^Poista/) },
  {
    name: 'contact-new-en',
    query: '',
    act: async (page) => {
      await menu('contacts')(page);
      await press(/^New contact/)(page);
      await page.getByRole('textbox', { name: 'Name' }).fill('Bob Ortiz');
      await page.getByRole('button', { name: 'Create anyway' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'contact-merge-fi',
    query: 'language=fi',
    act: async (page) => {
      await then(contact(/^Matti Järvinen/), /^Yhdistä/)(page);
      await page.getByRole('combobox').fill('tuula');
      await page.getByRole('option').first().click();
    },
  },
  { name: 'import-columns-fi', query: 'language=fi', act: importing(sampleCsv) },
  {
    name: 'import-twice-en-dark',
    query: 'scheme=dark',
    height: 1200,
    act: async (page) => {
      await importing(sampleCsv)(page);
      await page.getByLabel('Muuta').selectOption('company');
    },
  },
  { name: 'import-done-en', query: '', act: then(importing(sampleCsv), /^Import 3/) },
  { name: 'matching-en', query: '', act: then(menu('settings'), /^Matching/) },
  { name: 'menu-en', query: 'open=sample-thread', act: press(/Menu/) },
  {
    name: 'attention-fi',
    query: 'open=sample-private&offline&language=fi',
    act: async (page) => {
      await log(page);
      await page.evaluate(() => {
        const { gallery } = window as unknown as { gallery: import('./gallery.ts').Gallery };
        gallery.server.clock.behind = 864_000_000;
        gallery.goOnline();
      });
      await page.locator('.status-attention').click();
    },
  },
  { name: 'mend-interaction-en', query: 'offline', height: 1600, act: mending('interaction') },
  {
    name: 'mend-interaction-fi-dark',
    query: 'offline&language=fi&scheme=dark',
    height: 1900,
    act: async (page) => {
      await mending('interaction')(page);
      await page.locator('.card').getByLabel('Vuorovaikutusmalli').selectOption('INCOME');
      await page.getByText('Kaikki tiedot').click();
    },
  },
  { name: 'mend-template-en', query: 'offline', act: mending('template') },
  { name: 'mend-contact-fi-dark', query: 'offline&language=fi&scheme=dark', act: mending('contact') },
  { name: 'mend-correction-fi', query: 'offline&language=fi', act: mending('correction') },
  { name: 'wide-mend-template-fi', query: 'wide&offline&language=fi', width: 1280, act: mending('template') },
  { name: 'wide-en', query: 'open=sample-five-recipients', width: 500 },
  {
    name: 'text-en',
    query: 'open=sample-thread',
    act: async (page) => {
      await page.getByLabel('Stores').selectOption('text');
      await press(/^Note/)(page);
    },
  },
  {
    name: 'find-en',
    query: '',
    act: async (page) => {
      await press(/^Search/)(page);
      await page.getByRole('combobox').first().fill('ortiz');
      await page.getByRole('option').first().click();
    },
  },
  { name: 'touch-en', query: 'open=sample-thread&touch' },
];

await build({
  configFile: false,
  root: here,
  base: './',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir, emptyOutDir: true, target: 'es2022' },
});
const server = await preview({
  configFile: false,
  root: here,
  build: { outDir },
  preview: { port: 4391 },
  logLevel: 'warn',
});
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: chromiumFlags });
const forcedColors = process.argv.includes('--forced-colors') ? 'active' : 'none';
const wanted = process.argv.slice(2).filter((part) => part !== '--forced-colors');
for (const { name, query, width = 320, height = 860, act } of shots) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5, forcedColors });
  page.on('pageerror', (error) => console.log(`${name}: ${error.stack}`));
  page.on('console', (message) => message.type() === 'error' && console.log(`${name}: ${message.text()}`));
  await page.goto(`${address}?${query}`);
  await page.locator('.status').waitFor();
  await page.waitForTimeout(300);
  try {
    await act?.(page);
  } catch (error) {
    console.log(`${name}: ${String(error).split('\n')[0]}`);
  }
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${output}${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
