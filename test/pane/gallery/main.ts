import type { DeviceCode } from '../../../src/domain/problem-code.ts';
import { type Gallery, mountGallery } from './gallery.ts';
import { refusals } from './refuse.ts';

/** The gallery as a page; its address says what is shown: `?language=fi&scheme=dark&open=sample-thread`. */
const query = new URLSearchParams(location.search);
const root = document.querySelector<HTMLElement>('#pane');
if (!root) throw new Error('the page has no place for the pane');
const gallery: Gallery = await mountGallery({
  root,
  language: query.get('language') === 'fi' ? 'fi' : 'en',
  scheme: query.get('scheme') === 'dark' ? 'dark' : 'light',
  touch: query.has('touch'),
  isWide: query.has('wide'),
  user: query.get('as') === 'mika' ? 'mika' : 'anna',
  isOffline: query.has('offline'),
  ...(query.has('trouble') ? { trouble: query.get('trouble') as DeviceCode } : {}), // typed by hand
  ...(query.has('open') ? { open: String(query.get('open')) } : {}),
});
Object.assign(window, { gallery, refusals });
