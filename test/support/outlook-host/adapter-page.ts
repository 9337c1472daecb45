import type { Zone } from '../../../src/domain/time.ts';
import type { HostAdapter } from '../../../src/host/host-adapter.ts';
import { createOutlookHost } from '../../../src/host/outlook/create-outlook-host.ts';
import { loadOffice } from '../../../src/host/outlook/load-office.ts';
import { outOfPatience } from '../../../src/host/outlook/quirks/hanging-library.ts';
import type { Timers } from '../../../src/host/outlook/quirks/unanswered-call.ts';

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
const timers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms / window.hurry);
    return () => clearTimeout(timer);
  },
};
window.adapter = createOutlookHost({
  library: loadOffice(script, history),
  // Where no library hangs, it is there in the end: on a busy machine that takes its time.
  outOfPatience: window.hurry > 1 ? outOfPatience(script, performance, timers) : new Promise(() => undefined),
  window,
  document,
  timers,
  zone: 'Europe/Helsinki' as Zone, // a zone every runtime knows
  language: navigator.language,
  notes: { get: (key) => notes.get(key), set: (key, value) => void notes.set(key, value) },
  newId: () => {
    made += 1;
    return `draft-${made}`;
  },
});
