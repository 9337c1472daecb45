import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import type { FirstMessages } from '../messages/messages.ts';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import type { LogSubject } from './log-subject.ts';
import { PersonRow } from './person-row.tsx';

const mostAtFirst = 8;

/** Everybody on the item, and those that were added; below them who is left out, and why. */
export function PeopleList({ subject }: { subject: LogSubject }) {
  const { services } = usePane();
  const t = useFirstMessages();
  const [showsAll, setShowsAll] = useState(false);
  const { people } = subject.form.value;
  const draft = subject.read.value?.draft;
  const shown = showsAll ? people : people.slice(0, mostAtFirst);
  const inside = draft ? insiders(draft, services.device.account.name, t) : [];
  const leftOut = (draft?.leftOut ?? []).map(({ text, why }) =>
    why === 'never-log' ? t.people.neverLog(text) : t.people.noAddress(text),
  );
  const isInternal = draft !== undefined && draft.participants.length === 0;
  return (
    <>
      {isInternal && (
        <p class="hint">
          <strong>{t.open.allInternal}.</strong> {t.open.allInternalHelp}
        </p>
      )}
      <ul class="people">
        {shown.map((person) => (
          <PersonRow key={person.key} person={person} subject={subject} />
        ))}
      </ul>
      {people.length > shown.length && (
        <Button kind="link" onClick={() => setShowsAll(true)}>
          {t.people.showAll(people.length)}
        </Button>
      )}
      {draft !== undefined && draft.unlisted > 0 && <p class="hint">{t.people.unlisted(draft.unlisted)}</p>}
      {inside.length > 0 && !isInternal && <p class="hint">{`– ${inside.join(', ')} · ${t.people.neverLogged}`}</p>}
      {leftOut.length > 0 && <p class="hint">{t.people.leftOut(leftOut.join(', '))}</p>}
    </>
  );
}

function insiders(
  { includesMe, colleagues }: { includesMe: boolean; colleagues: number },
  name: string,
  t: FirstMessages,
) {
  const me = includesMe ? [t.people.you(name)] : [];
  return colleagues > 0 ? [...me, t.people.colleagues(colleagues)] : me;
}
