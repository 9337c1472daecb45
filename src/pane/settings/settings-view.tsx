import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/field.tsx';
import { hasLetters, keepLetters } from '../log-list/list-keys.ts';
import { useLogListTexts } from '../log-list/use-log-list-texts.ts';
import { languageNames, languages } from '../messages/messages.ts';
import { CheckField } from '../set-up/check-field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { saveUnsent } from '../status/save-unsent.ts';
import { OwnFile } from './own-file.tsx';
import { readUnsent } from './read-unsent.ts';

/** Language, who is signed in and where, and what is unsent on this device. */
export function SettingsView() {
  const pane = usePane();
  const t = useMessages();
  const { keys } = useLogListTexts();
  const { preferences } = pane.services;
  const [letters, setLetters] = useState(() => hasLetters(preferences));
  const [said, setSaid] = useState('');
  const { device, server, openFile, signOut } = pane.services;
  const { account } = device;
  const { waiting, refused } = pane.sync.value;
  const unsent = waiting + refused;
  const salesperson = pane.setup.value?.salespeople.find(({ id }) => id === account.salespersonCode);

  const readBack = async () => {
    const text = await openFile('.json,application/json');
    if (text === undefined) return;
    const read = await readUnsent(text, device);
    const words = {
      taken: () => t.settings.readDone(read.state === 'taken' ? read.count : 0),
      'not-unsent': () => t.settings.notUnsentFile,
      'other-account': () => t.settings.otherAccount(read.state === 'other-account' ? read.server : ''),
    };
    setSaid(words[read.state]());
  };
  const facts: [string, string][] = [
    [t.settings.account, [account.name, account.email].filter(Boolean).join('\n')],
    [t.settings.role.label, t.settings.role[account.role]],
    [t.settings.salesperson, salesperson ? salesperson.name : (account.salespersonCode ?? t.settings.noSalesperson)],
    [t.settings.workspace, account.tenantName],
    [t.settings.server, server],
  ];
  return (
    <div class="view">
      <h1 class="title">{t.settings.heading}</h1>
      <div data-place="language">
        <SelectField
          label={t.settings.language}
          value={pane.language.value}
          options={languages.map((one) => [one, languageNames[one]] as const)}
          choose={(language) => void pane.setLanguage(language)}
        />
      </div>
      <CheckField
        label={keys.letters}
        checked={letters}
        choose={(isOn) => {
          setLetters(isOn);
          keepLetters(preferences, isOn);
        }}
      />
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div class="fact" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section class="group">
        <h2 class="heading">{t.settings.unsent}</h2>
        <p>{t.settings.unsentCount(unsent)}</p>
        <div class="actions">
          {unsent > 0 && <Button onClick={() => void saveUnsent(pane)}>{t.status.saveFile}</Button>}
          <Button onClick={() => void readBack()}>{t.settings.readFile}</Button>
        </div>
        <p class="hint" role="status">
          {said}
        </p>
      </section>
      <OwnFile />
      <section class="group">
        <Button onClick={() => (pane.view.value = 'matching')}>{t.menu.matching}</Button>
      </section>
      <section class="group">
        <Button data-place="signOut" onClick={signOut}>
          {t.settings.signOut}
        </Button>
        <p class="hint">{t.settings.signOutHelp(unsent)}</p>
      </section>
    </div>
  );
}
