import { fireEvent, screen, waitFor } from '@testing-library/preact';
import type { LogEntry } from '../../../src/domain/log-entry.ts';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

/** The log's list as a test uses it. */
export interface ListWorld {
  gallery: Gallery;
  /** What the server holds. */
  entries(): LogEntry[];
  entry(description: string): LogEntry | undefined;
  /** The lines that are shown, from the top. */
  lines(): HTMLElement[];
  line(text: string | RegExp): Promise<HTMLElement>;
  /** Presses a key on whatever has the focus. */
  press(key: string, more?: { shiftKey?: boolean }): void;
  click(name: string | RegExp): Promise<void>;
  type(field: HTMLElement, value: string): void;
}

/** Opens the list: on the wide page it is there at once, in the pane it is in the menu. */
export async function openList(options: Omit<GalleryOptions, 'root'> = {}): Promise<ListWorld> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const gallery = await mountGallery({ root, ...options });
  if (!options.isWide) {
    fireEvent.click(await screen.findByRole('button', { name: /^(Menu|Valikko)$/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /^(Interaction log|Vuorovaikutusloki)$/ }));
  }
  const lines = () => [...document.querySelectorAll<HTMLElement>('tr[data-entry]')];
  await waitFor(() => {
    if (lines().length === 0) throw new Error('no line yet');
  });
  const entries = () =>
    gallery.server.log.rows(gallery.device.account.tenantId).filter((row): row is LogEntry => row.kind === 'entry');
  return {
    gallery,
    entries,
    entry: (description) => entries().find((one) => one.description === description),
    lines,
    line: (text) =>
      waitFor(() => {
        const found = lines().find((one) => one.textContent?.match(text));
        if (!found) throw new Error(`no line ${text}`);
        return found;
      }),
    press: (key, more = {}) => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
    },
    click: async (name) => {
      fireEvent.click(await screen.findByRole('button', { name }));
    },
    type: (field, value) => {
      fireEvent.input(field, { target: { value } });
    },
  };
}
