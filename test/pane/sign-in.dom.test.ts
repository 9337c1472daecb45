import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { renderSignIn } from '../../src/pane/render-sign-in.tsx';
import { codeFrom } from '../../src/pane/sign-in-code.ts';
import type { SignInServices } from '../../src/pane/sign-in-services.ts';

let ended = new AbortController();
afterEach(() => ended.abort());

/** The page, at a server that knows one code. */
function show(over: Partial<SignInServices> = {}): { asked: string[]; remembered: string[] } {
  ended = new AbortController();
  const asked: string[] = [];
  const remembered: string[] = [];
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  renderSignIn(
    root,
    {
      signIn: async (code) => {
        asked.push(code);
        return code === 'right' ? { ok: true } : { ok: false, code: 'sign-in-refused' };
      },
      language: 'en-GB',
      rememberLanguage: (language) => remembered.push(language),
      server: 'https://log.aurinko.example',
      waiting: 0,
      ...over,
    },
    ended.signal,
  );
  return { asked, remembered };
}

const field = async () => (await screen.findByLabelText('Link or code')) as HTMLInputElement;
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));

describe('signing in', () => {
  it('takes the whole link, and asks with its code', async () => {
    const { asked } = show();
    fireEvent.input(await field(), { target: { value: ' https://log.aurinko.example/web.html#invite=right ' } });
    submit();
    expect(asked).toEqual(['right']);
  });

  it('says why a code was refused, and keeps what was typed', async () => {
    show();
    fireEvent.input(await field(), { target: { value: 'wrong' } });
    submit();
    expect(await screen.findByText(/The link or code is not valid/)).toBeTruthy();
    expect((await field()).value).toBe('wrong');
  });

  it('asks nothing of the server without a code', async () => {
    const { asked } = show();
    await field();
    submit();
    expect(await screen.findByText('Paste the link or code first.')).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('names what waits on this device', async () => {
    show({ waiting: 3 });
    expect(
      await screen.findByText('3 steps wait on this device and will be sent when you are signed in.'),
    ).toBeTruthy();
  });

  it('is shown in Finnish where the surroundings are, and remembers another choice', async () => {
    const { remembered } = show({ language: 'fi-FI' });
    expect(await screen.findByText('Kirjaudu Interlogiin')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'EN, English' }));
    expect(await screen.findByText('Sign in to Interlog')).toBeTruthy();
    expect(remembered).toEqual(['en']);
  });
});

describe('the code in what was pasted', () => {
  it.each([
    ['abc', 'abc'],
    [' abc\n', 'abc'],
    ['https://x.example/web.html#invite=abc', 'abc'],
    ['http://127.0.0.1:8321/#token=abc&as=anna', 'abc'],
    ['https://x.example/#', ''],
  ])('%j holds %j', (pasted, code) => expect(codeFrom(pasted)).toBe(code));
});
