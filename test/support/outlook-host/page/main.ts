import { EmulatedOutlook } from './emulated-outlook.ts';
import type { MailboxItem } from './mailbox-item.ts';

/** The host page: a mailbox that the tests fill and steer from outside. */
declare global {
  interface Window {
    outlook: EmulatedOutlook;
    mailbox: Record<string, MailboxItem>;
  }
}

const query = new URLSearchParams(location.search);
const parent = document.querySelector('main');
if (!parent) throw new Error('the host page has no main');
window.mailbox = {};
window.outlook = new EmulatedOutlook(parent, {
  addinUrl: query.get('addin') ?? '',
  locale: query.get('locale') ?? 'en-US',
  user: { name: query.get('name') ?? '', address: query.get('address') ?? '' },
  requirements: { Mailbox: query.get('set') ?? '1.14', DialogApi: '1.2' },
});
