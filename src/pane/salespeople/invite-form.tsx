import { useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { Role } from '../../domain/choices.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import type { Salesperson } from '../../domain/salesperson.ts';
import { dayIn, Instant } from '../../domain/time.ts';
import type { UsersResponse } from '../../protocol/account.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { Asked } from '../whole-log/use-look-up.ts';
import { useSalespeopleTexts } from './use-salespeople-texts.ts';

type Made =
  | { is: 'none' }
  | { is: 'asking' }
  | { is: 'made'; link: string; until: string }
  | { is: 'failed'; why: ProblemCode };

/** Who signs in as a salesperson, and a one-time link by which a colleague does. */
export function InviteForm({
  salesperson,
  users,
  isUnsaved,
}: {
  salesperson: Salesperson;
  users: Asked<UsersResponse['users']>;
  isUnsaved: boolean;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSalespeopleTexts();
  const { device, server, host } = pane.services;
  const [chosen, setRole] = useState<Role>();
  const [made, setMade] = useState<Made>({ is: 'none' });
  const { answer } = users;
  const linked = answer?.known ? answer.value.filter((user) => user.salespersonCode === salesperson.id) : [];
  const user =
    (answer?.known ? answer.value.find(({ email }) => email !== '' && email === salesperson.email) : undefined) ??
    linked.find(({ email }) => email === '');
  const isMe = user?.userId === device.account.userId;
  // The server invites as nobody whom it does not know yet.
  const isUnsent = salesperson.rev === 0;
  const role = chosen ?? user?.role ?? 'salesperson';

  const invite = async () => {
    const { name, email, id: salespersonCode } = salesperson;
    if (email === '') return;
    setMade({ is: 'asking' });
    const invited = await device.wholeLog.invite({ name, email, role, salespersonCode }, pane.signal);
    if (!invited.known) return setMade({ is: 'failed', why: invited.why });
    const { code, expiresAt } = invited.value;
    const expires = v.safeParse(Instant, expiresAt);
    const day = expires.success ? dayIn(host.account().zone, expires.output) : pane.today.value;
    setMade({
      is: 'made',
      link: `${new URL('/web.html', server)}#invite=${encodeURIComponent(code)}`,
      until: pane.format.value.day(day, pane.today.value),
    });
    users.again();
  };
  const roles = Role.options.filter((one) => !isMe || one === user?.role);
  return (
    <section class="group" aria-label={words.access}>
      <h3 class="heading">{words.access}</h3>
      {answer?.known && linked.length === 0 && <p>{words.nobody}</p>}
      {linked.length > 0 && (
        <ul class="change-fields">
          {linked.map((one) => (
            <li key={one.userId}>{[one.name, one.email, t.settings.role[one.role]].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      )}
      {answer && !answer.known && (
        <Banner
          tone="warning"
          title={words.needsServer}
          actions={<Button onClick={users.again}>{words.tryAgain}</Button>}
        >
          {t.problems[answer.why].what}
        </Banner>
      )}
      {salesperson.email === '' && <p class="hint">{words.needsEmail}</p>}
      {salesperson.email !== '' && answer?.known && (
        <>
          <SelectField
            label={words.role}
            value={role}
            options={roles.map((one) => [one, t.settings.role[one]] as const)}
            hint={isMe ? words.ownRole : words.roleHelp[role]}
            choose={setRole}
          />
          {user && <p class="hint">{words.changes}</p>}
          {isUnsaved && <p class="hint">{words.unsaved}</p>}
          {isUnsent && <p class="hint">{words.unsent}</p>}
          <div class="actions">
            <Button disabled={isUnsaved || isUnsent || made.is === 'asking'} onClick={() => void invite()}>
              {user ? words.another : words.invite}
            </Button>
          </div>
        </>
      )}
      {made.is === 'made' && <OneTimeLink link={made.link} until={made.until} />}
      {made.is === 'failed' && (
        <Banner tone="danger" title={t.problems[made.why].what}>
          {t.problems[made.why].help}
        </Banner>
      )}
    </section>
  );
}

/** The link to be copied. Where the browser gives no clipboard it is copied by hand. */
function OneTimeLink({ link, until }: { link: string; until: string }) {
  const words = useSalespeopleTexts();
  const field = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(words.copied);
    } catch {
      // Not allowed here, as in a frame of a mail client.
      field.current?.querySelector('input')?.select();
      setSaid(words.notCopied);
    }
  };
  return (
    <div ref={field}>
      <TextField
        label={words.link}
        readOnly
        value={link}
        hint={words.linkHelp(until)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="actions">
        <Button onClick={() => void copy()}>{words.copy}</Button>
      </div>
      <p class="hint" role="status">
        {said}
      </p>
    </div>
  );
}
