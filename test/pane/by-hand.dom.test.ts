import { configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { ContactId } from '../../src/domain/ids.ts';
import { type Gallery, type GalleryOptions, mountGallery } from './gallery/gallery.ts';

// A part that is loaded when it is first shown may take a while on a busy machine.
configure({ asyncUtilTimeout: 5_000 });

let gallery: Gallery;

async function mount(options: Omit<GalleryOptions, 'root'> = {}): Promise<Gallery> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
  return gallery;
}

afterEach(() => gallery.stop());

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const ready = async (name: string | RegExp) => {
  const found = await button(name);
  await waitFor(() => expect(found.getAttribute('aria-disabled')).toBe('false'));
  return found;
};
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const choose = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const rows = () => gallery.server.log.rows(gallery.device.account.tenantId);
const entries = () => rows().filter((row) => row.kind === 'entry');
const followUps = () => rows().filter((row) => row.kind === 'follow-up');
const contactNamed = (name: string) => {
  const found = rows().find((row) => row.kind === 'contact' && row.name === name);
  if (found?.kind !== 'contact') throw new Error(`no contact ${name}`);
  return found;
};

async function visit(name: string | RegExp): Promise<void> {
  fireEvent.click(await button('Menu'));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

/** The form of what is logged by hand; the open item has its own below it. */
const byHand = async () => {
  await waitFor(() => expect(document.querySelector('.main > .subject')).toBeTruthy());
  return within(document.querySelector<HTMLElement>('.main > .subject') ?? document.body);
};

/** Finds a contact in the field with this label and picks it. */
async function pick(label: string, query: string, name: RegExp): Promise<void> {
  const field = await screen.findByRole('combobox', { name: label });
  fireEvent.focus(field);
  type(field, query);
  fireEvent.click(await screen.findByRole('option', { name }));
}

/** Finds the contact by the magnifying glass, and shows their history. */
async function find(query: string, name: RegExp): Promise<void> {
  fireEvent.click(await button('Search'));
  await pick('Page, contact or entry', query, name);
}

describe('a call', () => {
  it('is logged in two clicks from the contact, with the template of outgoing calls and the contact’s number', async () => {
    await mount();
    await find('pekka', /Pekka Kivi/);
    const before = entries().length;
    fireEvent.click(await button('Call'));
    fireEvent.click(await ready('Log for Pekka Kivi'));
    expect(await screen.findByText('In the log')).toBeTruthy();
    const [made] = entries().slice(before);
    const { id, phones } = contactNamed('Pekka Kivi');
    expect(made).toMatchObject({
      contactId: id,
      templateCode: 'OUTGOING',
      description: 'Lähtevä puhelu',
      flow: 'outbound',
      initiatedBy: 'us',
      minutes: 15,
      cost: 1,
      attemptFailed: false,
      origin: 'hand',
      postponed: false,
      contactVia: phones[0] ?? '',
    });
  });

  it('that nobody answered is logged as not reached', async () => {
    await mount();
    await find('pekka', /Pekka Kivi/);
    const before = entries().length;
    fireEvent.click(await button('Call'));
    fireEvent.click(await screen.findByRole('radio', { name: 'Not reached' }));
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    expect(entries()[before]).toMatchObject({ attemptFailed: true });
  });

  it('that is clicked twice in a hurry is logged once', async () => {
    await mount();
    await find('pekka', /Pekka Kivi/);
    const before = entries().length;
    fireEvent.click(await button('Call'));
    const log = await ready('Log for Pekka Kivi');
    fireEvent.click(log);
    fireEvent.click(log);
    await screen.findByText('In the log');
    expect(entries().length).toBe(before + 1);
  });

  it('can be taken back, and what was typed is there again', async () => {
    await mount();
    await find('pekka', /Pekka Kivi/);
    const before = entries().length;
    fireEvent.click(await button('Call'));
    type(await (await byHand()).findByLabelText('Description'), 'Asked for a quote');
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    fireEvent.click(await button('Undo'));
    const description = await (await byHand()).findByLabelText<HTMLInputElement>('Description');
    expect(description.value).toBe('Asked for a quote');
    await waitFor(() => expect(entries()[before]?.canceled.length).toBe(1));
  });
});

describe('an interaction from nothing', () => {
  it('names each thing that is missing, and is logged when nothing is', async () => {
    await mount();
    await visit('New interaction');
    expect((await screen.findAllByText('Choose at least one contact.')).length).toBeGreaterThan(0);
    await pick('Name, company or address', 'aino', /Aino/);
    const form = await byHand();
    const description = form.getByLabelText('Description');
    type(description, ' ');
    expect(await form.findByText('Write a description.')).toBeTruthy();
    type(description, 'Vierailu');
    fireEvent.click(form.getByRole('button', { name: 'More' }));
    type(await form.findByLabelText('Date'), '');
    expect(await form.findByText('The date or time is not valid.')).toBeTruthy();
    type(form.getByLabelText('Date'), '2026-11-20');
    type(form.getByLabelText('Minutes'), '-1');
    expect(await form.findByText('Minutes and cost must be numbers from 0.')).toBeTruthy();
    type(form.getByLabelText('Minutes'), '40');
    const before = entries().length;
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries()[before]).toMatchObject({ description: 'Vierailu', day: '2026-11-20', minutes: 40 });
  });

  it('with several contacts shares cost and minutes out when told to, and shows the numbers first', async () => {
    await mount();
    await visit('New interaction');
    await pick('Name, company or address', 'aino', /Aino/);
    await pick('Add another contact', 'pekka', /Pekka/);
    const form = await byHand();
    expect(await form.findByText(/Each entry: 15 min · €1.00. Together: 30 min · €2.00/)).toBeTruthy();
    fireEvent.click(form.getByRole('button', { name: 'More' }));
    type(await form.findByLabelText('Minutes'), '45');
    type(form.getByLabelText('Cost (EUR)'), '10,01');
    expect(await form.findByText(/Each entry: 45 min · €10.01. Together: 90 min · €20.02/)).toBeTruthy();
    choose(form.getByLabelText('Cost and minutes'), 'shared');
    expect(await form.findByText(/23 min · €5.01 \/ 22 min · €5.00. Together: 45 min · €10.01/)).toBeTruthy();
    const before = entries().length;
    fireEvent.click(await ready('Log for 2 contacts'));
    await screen.findByText('In the log');
    const made = entries().slice(before);
    expect(made.map(({ minutes, cost }) => [minutes, cost])).toEqual([
      [23, 5.01],
      [22, 5],
    ]);
  });

  it('keeps what was typed while another view is looked at', async () => {
    await mount();
    await visit('New interaction');
    await pick('Name, company or address', 'aino', /Aino/);
    const field = () => document.querySelector<HTMLInputElement>('.main > .subject [placeholder=Description]');
    type(field() as HTMLInputElement, 'Half typed'); // it is there
    await visit('Settings');
    await visit('New interaction');
    await waitFor(() => expect(field()?.value).toBe('Half typed'));
  });
});

describe('a contact that is blocked for privacy', () => {
  const block = async (name: string) => {
    const { id } = contactNamed(name);
    gallery.server.push('anna', [
      {
        ...gallery.device.envelope(),
        type: 'save-contact',
        contactId: id as ContactId,
        ...{ saw: { privacyBlocked: false }, to: { privacyBlocked: true } },
      },
    ]);
    gallery.device.syncNow();
    await waitFor(async () => expect((await gallery.device.store.contact(id))?.privacyBlocked).toBe(true));
  };

  it('and people of a blocked company are not added, which is said; what stands on the form stays and is logged', async () => {
    await mount();
    await block('Kivi ja Kumppanit Oy');
    await find('pekka', /Pekka Kivi/);
    expect(await screen.findByText(/Nothing can be logged with a blocked contact/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Call' })).toBeNull();
    await visit('New interaction');
    await pick('Name, company or address', 'bob', /Bob Ortiz/);
    const form = await byHand();
    type(form.getByLabelText('Description'), 'Vierailu');
    await pick('Add another contact', 'pekka', /Pekka Kivi/);
    expect(await form.findByText('Pekka Kivi was not added.')).toBeTruthy();
    expect(form.getByText(/Kivi ja Kumppanit Oy is blocked for privacy/)).toBeTruthy();
    expect(form.queryByRole('checkbox', { name: /Pekka Kivi/ })).toBeNull();
    expect(form.getByLabelText<HTMLInputElement>('Description').value).toBe('Vierailu');
    const before = entries().length;
    fireEvent.click(await ready('Log for Bob Ortiz'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(before + 1);
  });

  it('that was added to a mail can be unticked again', async () => {
    await mount({ open: 'sample-thread' });
    await block('Matti Järvinen');
    await pick('Add another contact', 'matti', /Matti/);
    expect(await screen.findByText('Contacts blocked for privacy can’t be logged.')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /Matti/ }));
    await waitFor(() => expect(screen.queryByText('Contacts blocked for privacy can’t be logged.')).toBeNull());
  });

  it('of several on the form keeps it from being logged only while it is ticked', async () => {
    await mount();
    await visit('New interaction');
    await pick('Name, company or address', 'aino', /Aino/);
    await pick('Add another contact', 'pekka', /Pekka/);
    await block('Pekka Kivi');
    const form = await byHand();
    expect(await form.findByText('Pekka Kivi is blocked for privacy.')).toBeTruthy();
    expect((await button('Log for 2 contacts')).getAttribute('aria-disabled')).toBe('true');
    expect(form.getByLabelText('Description')).toBeTruthy();
    fireEvent.click(form.getByRole('checkbox', { name: /Pekka Kivi/ }));
    await waitFor(() => expect(form.queryByText('Pekka Kivi is blocked for privacy.')).toBeNull());
    const before = entries().length;
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(before + 1);
  });
});

describe('a postponed interaction', () => {
  async function postpone(): Promise<void> {
    await find('aino', /Aino/);
    fireEvent.click(await button('Call'));
    type(await (await byHand()).findByLabelText('Description'), 'Half a call');
    fireEvent.click(await ready('Finish later'));
    await screen.findByRole('heading', { name: 'Postponed' });
  }

  it('is counted in the menu, is in no history, and is finished under its own number', async () => {
    await mount();
    await postpone();
    expect(await screen.findByText('Half a call')).toBeTruthy();
    const kept = entries().find(({ description }) => description === 'Half a call');
    await waitFor(() => expect(entries().find(({ description }) => description === 'Half a call')).toBeTruthy());
    const count = entries().length;
    fireEvent.click(await button('Resume: Half a call'));
    type(await (await byHand()).findByLabelText('Description'), 'A whole call');
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(count);
    const finished = entries().find(({ description }) => description === 'A whole call');
    expect(finished?.postponed).toBe(false);
    if (kept) expect(finished?.id).toBe(kept.id);
    await visit(/^Postponed/);
    expect(screen.queryByText('A whole call')).toBeNull();
  });

  const finish = async () => {
    await mount();
    await postpone();
    fireEvent.click(await button('Resume: Half a call'));
    await (await byHand()).findByDisplayValue('Half a call');
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    return entries().length;
  };

  it('that was finished is followed by a new one when another is logged', async () => {
    const count = await finish();
    fireEvent.click(await button('Log another'));
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(count + 1);
  });

  it('that was finished and taken back is logged as a new one', async () => {
    const count = await finish();
    fireEvent.click(await (await byHand()).findByRole('button', { name: 'Undo' }));
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(count + 1);
    const [whole] = entries().slice(count);
    expect(whole).toMatchObject({ description: 'Half a call', postponed: false, canceled: [] });
  });

  it('is deleted at once, after it was asked for', async () => {
    await mount();
    await postpone();
    fireEvent.click(await button('Delete: Half a call'));
    fireEvent.click(await button('Delete'));
    await waitFor(() => expect(screen.queryByText('Half a call')).toBeNull());
    await waitFor(() =>
      expect(entries().find(({ description }) => description === 'Half a call')?.canceled.length).toBe(1),
    );
  });

  it('needs all that an entry needs', async () => {
    await mount();
    await visit('New interaction');
    expect((await button('Finish later')).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a follow-up', () => {
  it('is made with the entry that it follows, and stands under what is due', async () => {
    await mount();
    await find('pekka', /Pekka Kivi/);
    fireEvent.click(await button('Call'));
    const form = await byHand();
    fireEvent.click(await form.findByRole('button', { name: 'Follow-up' }));
    type(await form.findByLabelText('What is to be done'), 'Send the contract');
    const before = entries().length;
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    await waitFor(() =>
      expect(followUps().find(({ text }) => text === 'Send the contract')).toMatchObject({
        entryId: entries()[before]?.id,
        userId: gallery.device.account.userId,
        due: '2026-11-30',
      }),
    );
    await visit(/^Due/);
    expect(await screen.findByText('Send the contract')).toBeTruthy();
  });

  /** A call made a follow-up, and the interaction that it was about is in its form. */
  async function aboutOne(): Promise<void> {
    await mount();
    await find('pekka', /Pekka Kivi/);
    fireEvent.click(await button('Call'));
    const form = await byHand();
    fireEvent.click(await form.findByRole('button', { name: 'Follow-up' }));
    type(await form.findByLabelText('What is to be done'), 'Send the contract');
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    await visit(/^Due/);
    fireEvent.click(await button('Done: Send the contract'));
    fireEvent.click(await button('Log it'));
    expect(await screen.findByDisplayValue('Send the contract')).toBeTruthy();
  }
  const contract = () => followUps().find(({ text }) => text === 'Send the contract');

  it('is closed by logging what it was about', async () => {
    await aboutOne();
    const before = entries().length;
    fireEvent.click(await ready('Log for Pekka Kivi'));
    expect(await screen.findByText('The follow-up is closed.')).toBeTruthy();
    await waitFor(() => expect(contract()?.closed).toMatchObject({ how: 'done', entryId: entries()[before]?.id }));
  });

  it('is closed by finishing what it was about, when that was postponed first', async () => {
    await aboutOne();
    fireEvent.click(await ready('Finish later'));
    await screen.findByRole('heading', { name: 'Postponed' });
    expect(contract()?.closed).toBeNull();
    fireEvent.click(await button('Resume: Send the contract'));
    expect(await screen.findByText('Logging it closes: Send the contract')).toBeTruthy();
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await waitFor(() => expect(contract()?.closed).toMatchObject({ how: 'done' }));
  });

  it('is not closed again by another that is logged after it', async () => {
    await aboutOne();
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('The follow-up is closed.');
    fireEvent.click(await button('Log another'));
    expect(await screen.findByRole('heading', { name: 'New interaction' })).toBeTruthy();
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    expect(screen.queryByText('The follow-up is closed.')).toBeNull();
  });

  it('is open again when that is undone', async () => {
    await aboutOne();
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await waitFor(() => expect(contract()?.closed).toMatchObject({ how: 'done' }));
    fireEvent.click(await (await byHand()).findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(contract()?.closed).toBeNull());
  });
});

describe('what is due', () => {
  const mine = (text: string) => followUps().find((one) => one.text === text);

  it('is put off to another day, and dropped, each without logging anything', async () => {
    await mount();
    const before = entries().length;
    await visit(/^Due/);
    const [first] = await screen.findAllByRole('button', { name: /^Done: / });
    const text = first?.getAttribute('aria-label')?.replace('Done: ', '') ?? '';
    const line = () => screen.findByRole('button', { name: new RegExp(`${text}`), expanded: false });
    fireEvent.click(await line());
    fireEvent.click(await button('Change'));
    type(await screen.findByLabelText('Due'), '2026-12-24');
    fireEvent.click(await button('Save follow-up'));
    await waitFor(() => expect(mine(text)).toMatchObject({ due: '2026-12-24', closed: null }));
    fireEvent.click(await line());
    fireEvent.click(await button('Drop'));
    await waitFor(() => expect(mine(text)?.closed).toMatchObject({ how: 'dropped', entryId: null }));
    await waitFor(() => expect(screen.queryByText(text)).toBeNull());
    expect(entries().length).toBe(before);
  });

  it('is counted in the menu and shown beside the history of its contact', async () => {
    await mount();
    fireEvent.click(await button('Menu'));
    expect(await screen.findByRole('menuitem', { name: 'Due: 2' })).toBeTruthy();
    expect(await screen.findByRole('menuitem', { name: 'Postponed: 1' })).toBeTruthy();
    await find('bob', /Bob Ortiz/);
    const list = await screen.findByRole('list', { name: 'Follow-ups' });
    expect(list.textContent).toMatch(/^Due 20 Nov, You: Ask about the budget/);
  });
});

describe('an entry', () => {
  async function openEntry(): Promise<void> {
    await find('pekka', /Pekka Kivi/);
    fireEvent.click(await button('Call'));
    type(await (await byHand()).findByLabelText('Description'), 'The call');
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    await visit('Interaction log');
    fireEvent.click(await button(/The call/));
  }
  const theCall = () => entries().find(({ description }) => description.startsWith('The call'));

  it('takes a comment, which is shown with who wrote it', async () => {
    await mount();
    await openEntry();
    fireEvent.click(await button('Comment'));
    type(await screen.findByRole('textbox', { name: 'Comment' }), 'He called back.');
    fireEvent.click(await button('Add comment'));
    expect(await screen.findByText('He called back.')).toBeTruthy();
    expect(screen.getByText(/^You, /)).toBeTruthy();
    await waitFor(() =>
      expect(rows().find((row) => row.kind === 'comment' && row.body === 'He called back.')).toBeTruthy(),
    );
  });

  it('takes a comment with Ctrl and Enter, which logs nothing else', async () => {
    await mount();
    await openEntry();
    const before = entries().length;
    fireEvent.click(await button('Comment'));
    const field = await screen.findByRole('textbox', { name: 'Comment' });
    type(field, 'He called back.');
    const goesOn = fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(goesOn).toBe(false);
    await waitFor(() =>
      expect(rows().some((row) => row.kind === 'comment' && row.body === 'He called back.')).toBe(true),
    );
    expect(entries()).toHaveLength(before);
  });

  it('is corrected: only what was changed is sent, and what stood there is shown', async () => {
    await mount();
    await openEntry();
    fireEvent.click(await button('Correct'));
    const form = within(await screen.findByRole('form', { name: 'Correct' }));
    expect(form.getByText('Nothing has been changed.')).toBeTruthy();
    type(form.getByLabelText('Minutes'), '25');
    fireEvent.click(form.getByRole('button', { name: 'Save correction' }));
    await waitFor(() => expect(document.querySelector('.changes')?.textContent).toBe('Minutes15 → 25'));
    await waitFor(() => expect(theCall()).toMatchObject({ minutes: 25 }));
    expect(theCall()?.corrections.map(({ field, from }) => [field, from])).toEqual([['minutes', '15']]);
  });

  it('of a colleague can be commented on and, by a salesperson, not corrected', async () => {
    await mount();
    Object.assign(gallery.device.actor, { role: 'salesperson' });
    const theirs = entries().find(
      ({ userId, canceled }) => userId !== gallery.device.account.userId && canceled.length === 0,
    );
    const who = rows().find((row) => row.kind === 'contact' && row.id === theirs?.contactId);
    if (who?.kind !== 'contact' || !theirs) throw new Error('the demo has entries of colleagues');
    await find(who.name, new RegExp(who.name));
    fireEvent.click(
      await screen.findByRole('button', { name: (name) => name.includes(theirs.description) && !name.includes('You') }),
    );
    expect(await button('Comment')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Correct' })).toBeNull();
  });

  it('is evaluated, alone and together with others', async () => {
    await mount();
    await openEntry();
    fireEvent.click(await button('Evaluate'));
    fireEvent.click(await button('Positive'));
    await waitFor(() => expect(theCall()?.evaluation).toBe('positive'));
    fireEvent.click(await button('Back'));
    fireEvent.click(await button('Select several'));
    const boxes = await screen.findAllByRole('checkbox', { name: /^Select / });
    for (const box of boxes.slice(0, 2)) fireEvent.click(box);
    expect(await screen.findByText('2 selected')).toBeTruthy();
    fireEvent.click(await button('Evaluate'));
    fireEvent.click(await button('Negative'));
    await waitFor(() =>
      expect(entries().filter(({ evaluation }) => evaluation === 'negative').length).toBeGreaterThan(1),
    );
    await waitFor(() => expect(theCall()?.evaluation).toBe('negative'));
  });
});
