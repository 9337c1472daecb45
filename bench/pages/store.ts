import { contactImport } from './contact-import-50k.ts';
import { contactPage } from './contact-page-2k.ts';
import { contactSearch } from './contact-search-50k.tsx';
import { deviceLogTwentyThousand, type SearchTimes } from './device-log-20k.ts';
import { historyTenThousand } from './history-10k.ts';
import { itemLookup } from './item-lookup.ts';
import { logClickDurable } from './log-click-durable.ts';
import { pullThousand } from './pull-1000.ts';
import type { Session, Times } from './session.ts';

/** The page's benches by name: each gives the milliseconds of every run of both sides. */
export type StoreBenches = Record<
  | 'contact-import-50k'
  | 'contact-page-2k'
  | 'contact-search-50k'
  | 'log-click-durable'
  | 'history-10k'
  | 'item-lookup'
  | 'pull-1000',
  (session: Session) => Promise<Times>
> & { 'device-log-20k': (session: Session) => Promise<Times & { searches: SearchTimes[] }> };

declare global {
  interface Window {
    storeBenches: StoreBenches;
  }
}

window.storeBenches = {
  'contact-import-50k': contactImport,
  'contact-page-2k': contactPage,
  'contact-search-50k': contactSearch,
  'log-click-durable': logClickDurable,
  'history-10k': historyTenThousand,
  'item-lookup': itemLookup,
  'pull-1000': pullThousand,
  'device-log-20k': deviceLogTwentyThousand,
};
