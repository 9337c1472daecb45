import { useEffect, useState } from 'preact/hooks';
import type { ProblemCode } from '../domain/problem-code.ts';
import { Banner } from './components/banner.tsx';
import { Button } from './components/button.tsx';
import { TextField } from './components/field.tsx';
import { LogoIcon } from './icons/icons.tsx';
import { languageNames, languages, loadMessages, type Messages, type PaneLanguage } from './messages/messages.ts';
import { codeFrom } from './sign-in-code.ts';
import type { SignInServices } from './sign-in-services.ts';

/** Takes a one-time link or its code. What was typed stays when it is not accepted. */
export function SignIn({
  services,
  first,
}: {
  services: SignInServices;
  first: { language: PaneLanguage; messages: Messages };
}) {
  const [{ language, messages: t }, setShown] = useState(first);
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'ready' | 'asking' | 'empty' | ProblemCode>('ready');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const signIn = async () => {
    const code = codeFrom(typed);
    if (code === '') return setState('empty');
    setState('asking');
    const result = await services.signIn(code);
    setState(result.ok ? 'asking' : result.code);
  };
  const choose = async (next: PaneLanguage) => {
    services.rememberLanguage(next);
    setShown({ language: next, messages: await loadMessages(next) });
  };
  const problem = state === 'ready' || state === 'asking' || state === 'empty' ? undefined : t.problems[state];
  return (
    <>
      <header class="header">
        <span class="brand">
          <LogoIcon /> Interlog
        </span>
        <span class="spacer" />
        {languages
          .filter((one) => one !== language)
          .map((one) => (
            <Button
              key={one}
              kind="subtle"
              class="language"
              lang={one}
              aria-label={`${one.toUpperCase()}, ${languageNames[one]}`}
              onClick={() => void choose(one)}
            >
              {one.toUpperCase()}
            </Button>
          ))}
      </header>
      <main class="main">
        <form
          class="sign-in"
          onSubmit={(event) => {
            event.preventDefault();
            void signIn();
          }}
        >
          <h1 class="title">{t.signIn.heading}</h1>
          <p>{t.signIn.help}</p>
          {services.waiting > 0 && (
            <p class="hint">
              <strong>{t.signIn.waiting(services.waiting)}</strong>
            </p>
          )}
          {problem && (
            <Banner tone="danger" title={problem.what}>
              {problem.help}
            </Banner>
          )}
          <TextField
            label={t.signIn.label}
            value={typed}
            spellcheck={false}
            aria-invalid={problem !== undefined || state === 'empty'}
            hint={state === 'empty' ? t.signIn.empty : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <Button kind="primary" type="submit" aria-disabled={state === 'asking'}>
            {state === 'asking' ? t.signIn.signingIn : t.signIn.button}
          </Button>
          <p class="hint">{t.signIn.server(services.server)}</p>
        </form>
      </main>
    </>
  );
}
