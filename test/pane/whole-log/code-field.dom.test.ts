import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { TemplateCode } from '../../../src/domain/ids.ts';
import type { PaneLanguage } from '../../../src/pane/messages/messages.ts';
import { saveSetup } from '../../support/new-command-samples.ts';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

/** The wide page at an address, of a workspace whose template GOLF was deleted. */
async function openAt(part: string, language: PaneLanguage = 'en'): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const address = { read: () => part, write: () => undefined, onChange: () => undefined };
  gallery = await mountGallery({ root, isWide: true, address, language });
  await gallery.server.push('anna', [
    saveSetup(0x701, { what: 'delete-template', code: 'GOLF' as TemplateCode, instead: null }),
  ]);
  gallery.device.syncNow();
}

const field = (label: string) => screen.findByLabelText<HTMLSelectElement>(label);
const textsOf = (select: HTMLSelectElement) => [...select.options].map(({ text }) => text);

describe('a part of a filter that is a code of the set-up', () => {
  it.each(['log', 'summary', 'clean-up'])(
    'offers what was deleted after the others and says so, in %s',
    async (part) => {
      await openAt(part);
      if (part === 'log') fireEvent.click(await screen.findByRole('button', { name: 'Filter' }));
      const select = await field('Template');
      await waitFor(() => expect(textsOf(select).at(-1)).toBe('Golf event (deleted)'));
      expect(textsOf(select).filter((text) => text.includes('Golf'))).toHaveLength(1);
      fireEvent.change(select, { target: { value: 'GOLF' } });
      await waitFor(() => expect(select.selectedOptions[0]?.text).toBe('Golf event (deleted)'));
    },
  );

  it('says it in Finnish, too', async () => {
    await openAt('clean-up', 'fi');
    const select = await field('Malli');
    await waitFor(() => expect(textsOf(select).at(-1)).toMatch(/ \(poistettu\)$/));
  });

  it.each([
    ['log?template=NOSUCH', 'Template'],
    ['log?group=NOSUCH', 'Interaction group'],
    ['log?salesperson=NOSUCH', 'Salesperson'],
    ['log?campaign=NOSUCH', 'Campaign'],
  ])('shows a code that the set-up never had as itself: %s', async (part, label) => {
    await openAt(part);
    fireEvent.click(await screen.findByRole('button', { name: /^Filter/ }));
    expect((await field(label)).selectedOptions[0]?.text).toBe('NOSUCH');
  });
});
