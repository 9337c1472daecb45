import { useState } from 'preact/hooks';
import { keepsLess } from '../../domain/retention.ts';
import type { Setup } from '../../store/local-store.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';
import { RetentionEffect } from './retention-effect.tsx';
import { changedFacts, fieldLabel } from './row-facts.ts';
import { type SetUpChange, saveSetUp } from './save-set-up.ts';
import { type Fault, type FileChange, type ReadFile, readSetUp, writeSetUp } from './set-up-file.ts';
import type { SetUpTexts } from './texts-en.ts';
import { useSetUpTexts } from './use-texts.ts';

/** How many of a file's faults are named: whoever mends so many reads the file in again. */
const mostFaults = 20;

/** The whole set-up as a file, and such a file taken in: what would change is shown before anything is saved. */
export function SetUpFile({ setup }: { setup: Setup }) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const [read, setRead] = useState<ReadFile>();
  const [said, setSaid] = useState('');
  const { services, today } = pane;
  const isAdmin = services.device.account.role === 'admin';

  const choose = async () => {
    const text = await services.openFile('.json,application/json');
    if (text === undefined) return;
    setSaid('');
    setRead(readSetUp(text, setup));
  };
  const take = async (changes: readonly FileChange[]) => {
    for (const [at, { kind, code, change }] of changes.entries()) {
      const refused = await saveSetUp(pane, change);
      if (!refused) continue;
      setRead(undefined);
      const where = `${words.file.kinds[kind]} ${code}`.trim();
      return setSaid(`${words.file.taken(at)} ${words.file.stopped(where)} ${t.problems[refused.code].what}`);
    }
    setRead(undefined);
    setSaid(words.file.taken(changes.length));
  };
  return (
    <div class="view">
      <p class="hint">{words.file.help}</p>
      <div class="actions" data-place="setUpFile">
        <Button
          onClick={() => {
            services.saveFile(`interlog-set-up-${today.value}.json`, writeSetUp(setup));
            setSaid(words.file.saved);
          }}
        >
          {words.file.save}
        </Button>
        {isAdmin && <Button onClick={() => void choose()}>{words.file.read}</Button>}
      </div>
      {read?.state === 'not-set-up' && <Banner tone="warning" title={words.file.notSetUp} />}
      {read?.state === 'faults' && (
        <>
          <Banner tone="warning" title={words.file.faults} />
          <ul class="change-list">
            {read.faults.slice(0, mostFaults).map((fault, at) => (
              <li key={at}>{faultText(fault, words, pane)}</li>
            ))}
          </ul>
          {read.faults.length > mostFaults && <p>{words.file.moreFaults(read.faults.length - mostFaults)}</p>}
        </>
      )}
      {read?.state === 'read' && read.changes.length === 0 && <p>{words.file.same}</p>}
      {read?.state === 'read' && read.changes.length > 0 && (
        <section class="view" aria-label={words.file.changes(read.changes.length)}>
          <h2 class="heading">{words.file.changes(read.changes.length)}</h2>
          <ul class="change-list">
            {read.changes.map((one) => (
              <li key={`${one.kind} ${one.code}`} class="card">
                <strong>
                  {words.file.kinds[one.kind]} {one.code} {one.isNew && `(${words.file.isNew})`}
                </strong>
                <ul class="change-fields">
                  {changedFacts(one.change, words, pane).map(({ label, from, to }) => (
                    <li key={label}>
                      {label}: {from !== undefined && `${from || words.file.empty} → `}
                      {to || words.file.empty}
                    </li>
                  ))}
                </ul>
                <Goes change={one.change} setup={setup} />
              </li>
            ))}
          </ul>
          <p class="hint">{words.file.keeps}</p>
          <div class="actions">
            <Button kind="primary" onClick={() => void take(read.changes)}>
              {words.file.take(read.changes.length)}
            </Button>
            <Button kind="subtle" onClick={() => setRead(undefined)}>
              {words.file.discard}
            </Button>
          </div>
        </section>
      )}
      <p class="hint" role="status">
        {said}
      </p>
    </div>
  );
}

/** Which entries a change lets go by keeping them less long. */
function Goes({ change, setup }: { change: SetUpChange; setup: Setup }) {
  if (change.what !== 'template') return null;
  const { id, retentionDays = null } = change.template;
  const before = setup.templates.find((one) => one.id === id);
  if (retentionDays === null || !before || !keepsLess(before.retentionDays, retentionDays)) return null;
  return <RetentionEffect code={id} days={retentionDays} />;
}

function faultText({ kind, code, place, why }: Fault, words: SetUpTexts, pane: PaneState): string {
  const { fault, kinds, nth } = words.file;
  const text = () => {
    if (why.fault === 'unreadable') return fault.unreadable(kind ? fieldLabel(kind, why.path, words, pane) : '');
    return 'code' in why ? fault[why.fault](why.code) : fault[why.fault];
  };
  if (kind === undefined) return text();
  const row = kind === 'template-setup' && code !== '' ? fieldLabel(kind, [code], words, pane) : code;
  const where = row !== '' || place === undefined ? row : nth(place);
  return `${`${kinds[kind]} ${where}`.trim()}: ${text()}`;
}
