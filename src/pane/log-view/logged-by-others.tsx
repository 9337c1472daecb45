import { useMessages, usePane } from '../state/pane-context.ts';
import { whoLogged } from '../state/who.ts';
import type { FormPerson } from './form-people.ts';
import type { LogSubject } from './log-subject.ts';

/** What the team has logged about the item already, and what can't be known while the server is out of reach. */
export function LoggedByOthers({ subject }: { subject: LogSubject }) {
  const pane = usePane();
  const t = useMessages();
  const { format, now } = pane;
  const outcome = subject.kept.outcome.value;
  const own = outcome?.state === 'saved' ? outcome.commandId : undefined;
  const groups = new Map<string, FormPerson[]>();
  for (const person of subject.form.value.people) {
    const by = person.logged?.entry.commandId;
    if (by !== undefined && by !== own) groups.set(by, [...(groups.get(by) ?? []), person]);
  }
  const isUnknown = subject.elsewhere.value === 'unknown';
  const mark = subject.mark.value;
  return (
    <>
      {[...groups].map(([commandId, people]) => {
        const entry = people[0]?.logged?.entry;
        if (!entry) return null;
        const ago = format.value.ago(entry.receivedAt ?? entry.madeAt, now.value);
        const names = format.value.list(people.map(({ name }) => name));
        return (
          <p key={commandId} class="logged">
            {t.people.loggedByFor(whoLogged(entry, pane), ago, names)}
          </p>
        );
      })}
      {groups.size === 0 && own === undefined && mark && isUnknown && (
        <p class="logged">{t.people.loggedBefore(format.value.ago(mark.at, now.value))}</p>
      )}
      {isUnknown && own === undefined && <p class="hint">{t.people.cannotKnow}</p>}
    </>
  );
}
