import type { OfficeSurface } from './office-surface.ts';
import { giveHistoryBack } from './quirks/history-taken-away.ts';

/**
 * office.js as the page's own `<script>` tag loads it: resolves when it is ready in whatever it finds around it, rejects
 * when it could not be loaded, and waits as long as it takes.
 */
export async function loadOffice(script: HTMLScriptElement, history: History): Promise<OfficeSurface> {
  if (!('Office' in globalThis)) await loaded(script);
  await Office.onReady();
  giveHistoryBack(history);
  return Office;
}

function loaded(script: HTMLScriptElement): Promise<void> {
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve(), { once: true });
    script.addEventListener('error', () => reject(new Error('office.js could not be loaded')), { once: true });
  });
}
