import type { Zone } from '../../../src/domain/time.ts';
import type { HostAdapter } from '../../../src/host/host-adapter.ts';
import { createOutlookHost } from '../../../src/host/outlook/create-outlook-host.ts';
import { loadOffice } from '../../../src/host/outlook/load-office.ts';
import { patienceFor } from '../../../src/host/outlook/quirks/hanging-library.ts';

/** A page with nothing but the adapter, for tests that drive it from outside. */
declare global {
  interface Window {
    adapter: HostAdapter;
    subscriptions: Record<string, AbortController>;
    /** How many times faster than for a person time-outs pass. */
    hurry: number;
  }
}

const script = document.querySelector('script[async]');
if (!(script instanceof HTMLScriptElement)) throw new Error('the page has no office.js');
let made = 0;
const notes = new Map<string, string>();
window.subscriptions = {};
window.hurry = Number(new URLSearchParams(location.search).get('hurry') ?? 1);
window.adapter = createOutlookHost({
  library: loadOffice(script, history),
  patience: patienceFor(script, performance),
  window,
  document,
  timers: {
    after(ms, run) {
      const timer = setTimeout(run, ms / window.hurry);
      return () => clearTimeout(timer);
    },
  },
  zone: 'Europe/Helsinki' as Zone, // a zone every runtime knows
  language: navigator.language,
  notes: { get: (key) => notes.get(key), set: (key, value) => void notes.set(key, value) },
  newId: () => {
    made += 1;
    return `draft-${made}`;
  },
});
