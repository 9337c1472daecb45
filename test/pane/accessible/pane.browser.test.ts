import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderSignIn } from '../../../src/pane/render-sign-in.tsx';
import type { Gallery } from '../gallery/gallery.ts';
import { click, emptyPage, expectToFit, faults, faultsInTheDark, mountPane, until } from './look-at.ts';
import { paneStates } from './pane-states.ts';

let gallery: Gallery | undefined;
afterEach(() => gallery?.stop());

describe.each(['en', 'fi'] as const)('in %s', (language) => {
  it.each(Object.entries(paneStates))(
    '%s has no fault that axe knows, light or dark, and fits 320 px',
    async (_, { options, act }) => {
      gallery = await mountPane({ ...options, language });
      await act?.(gallery);
      expect(await faults()).toEqual([]);
      expectToFit(320);
      expect(await faultsInTheDark(gallery)).toEqual([]);
    },
  );
});

describe.each(['en', 'fi'])('signing in in %s', (language) => {
  it.each(['light', 'dark'])('%s has no fault that axe knows, and fits 320 px', async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    const root = await emptyPage(320);
    const ended = new AbortController();
    renderSignIn(
      root,
      {
        signIn: async () => ({ ok: false, code: 'sign-in-refused' }),
        ...{ language, rememberLanguage: () => undefined, server: 'https://log.aurinko.example', waiting: 2 },
      },
      ended.signal,
    );
    const field = await until(() => document.querySelector<HTMLInputElement>('input'));
    await userEvent.fill(field, 'wrong');
    await click('.button-primary');
    await until(() => document.querySelector('[role=alert], .field-error, .banner'));
    expect(await faults()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    ended.abort();
    document.documentElement.style.colorScheme = '';
  });
});
