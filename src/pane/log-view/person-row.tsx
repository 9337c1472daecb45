import { useId } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { InfoTip } from '../components/info-tip.tsx';
import { CheckIcon, PlusIcon } from '../icons/icons.tsx';
import type { FirstMessages } from '../messages/messages.ts';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import { whoLogged } from '../state/who.ts';
import { withoutCreated } from './choices.ts';
import type { FormPerson } from './form-people.ts';
import type { LogSubject } from './log-subject.ts';
import { rememberPick } from './shared-picks.ts';

/** One person: ticked or not, whom they are taken for and why; unknown ones can be made a contact here. */
export function PersonRow({ person, subject }: { person: FormPerson; subject: LogSubject }) {
  const pane = usePane();
  const t = useFirstMessages();
  const id = useId();
  const { key, contact, creates, logged, participant, candidates } = person;
  const isKnown = contact !== undefined;
  const needsPick = candidates.length > 0;

  const toggle = (ticked: boolean) =>
    subject.change((choices) => ({
      ...(creates && !ticked ? withoutCreated(choices, key) : choices),
      ticked: { ...choices.ticked, [key]: ticked },
    }));
  const add = () => {
    const company =
      participant?.match.by === 'company-domain'
        ? participant.match.company.name
        : (participant?.suggestedCompany?.name ?? '');
    subject.change((choices) => ({
      ...choices,
      created: { ...choices.created, [key]: { name: person.name, company } },
    }));
    pane.announce(t.people.willBeCreated(company));
  };
  const more = isKnown ? person.companyName : '';
  const main = isKnown || creates ? person.name : (participant?.address ?? person.name);
  const guessed = !isKnown && !creates && !needsPick && person.name !== main ? person.name : '';
  const second = guessed || more;
  const name = (
    <span class="person-name" title={[main, second].filter(Boolean).join(', ')}>
      <span class="person-who">{main}</span>
      {second !== '' && <span class="person-company">{second}</span>}
    </span>
  );

  return (
    <li class="person tip-anchor">
      <div class="person-line">
        {logged ? (
          <span class="person-label">
            <span class="person-logged">
              <CheckIcon />
            </span>
            {name}
          </span>
        ) : isKnown || creates ? (
          <label class="person-label" for={id}>
            <input
              id={id}
              type="checkbox"
              class="checkbox"
              checked={person.ticked}
              disabled={contact?.privacyBlocked === true && !person.ticked}
              onChange={(event) => toggle(event.currentTarget.checked)}
            />
            {name}
          </label>
        ) : (
          <span class="person-label">
            <span class="person-unknown" aria-hidden="true" />
            {name}
          </span>
        )}
        {logged && (
          <span class="person-state" title={t.people.loggedBy(whoLogged(logged.entry, pane), ago(logged, pane))}>
            {t.people.logged}
          </span>
        )}
        {contact?.privacyBlocked && <Chip tone="warning">{t.people.blocked}</Chip>}
        {creates && <Chip tone="brand">{t.people.newContact}</Chip>}
        {!isKnown && !creates && !needsPick && (
          <Button kind="link" icon={<PlusIcon />} aria-label={t.people.addPerson(person.name)} onClick={add}>
            {t.people.add}
          </Button>
        )}
        <InfoTip label={t.pane.why(person.name)} text={reason(person, t)} />
      </div>
      {needsPick && (
        <div class="person-more">
          <SelectField
            label={t.people.pick(participant?.address ?? '')}
            quiet
            value={(contact?.id ?? '') as string}
            options={[['', t.people.pickFirst], ...candidates.map((one) => [one.id as string, one.name] as const)]}
            choose={(chosen) => {
              const candidate = candidates.find((one) => one.id === chosen);
              rememberPick(pane.services.preferences, key, candidate?.id);
              subject.change((choices) => {
                const { [key]: _before, ...picked } = choices.picked;
                return { ...choices, picked: candidate ? { ...picked, [key]: candidate.id } : picked };
              });
            }}
          />
        </div>
      )}
      {creates && <NewContact person={person} subject={subject} />}
    </li>
  );
}

/** Name and company of a person who becomes a contact; both can be corrected before it is made. */
function NewContact({ person: { key, creates }, subject }: { person: FormPerson; subject: LogSubject }) {
  const t = useFirstMessages();
  if (!creates) return null;
  const change = (patch: Partial<typeof creates>) =>
    subject.change((choices) => ({
      ...choices,
      created: { ...choices.created, [key]: { ...creates, ...patch } },
    }));
  return (
    <div class="person-more pair">
      <TextField
        label={t.people.newName}
        maxLength={100}
        value={creates.name}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <TextField
        label={t.people.newCompany}
        maxLength={100}
        value={creates.company}
        placeholder={t.people.noCompany}
        onInput={(event) => change({ company: event.currentTarget.value })}
      />
    </div>
  );
}

function ago({ entry }: NonNullable<FormPerson['logged']>, { format, now }: ReturnType<typeof usePane>): string {
  return format.value.ago(entry.receivedAt ?? entry.madeAt, now.value);
}

function reason({ participant, creates, isRemembered }: FormPerson, t: FirstMessages): string {
  if (!participant) return t.people.addedByHand;
  const { address, match } = participant;
  switch (match.by) {
    case 'main-address':
      return t.people.mainAddress(address);
    case 'other-address':
      return t.people.otherAddress(address);
    case 'shared-address':
      return isRemembered ? t.people.sharedAddressLast(address) : t.people.sharedAddress(address);
    case 'company-domain':
      return `${t.people.companyDomain(address, match.company.name)} ${creates ? t.people.willBeCreated(creates.company) : ''}`.trim();
    case 'unknown':
      return `${t.people.unknown(address)} ${creates ? t.people.willBeCreated(creates.company) : ''}`.trim();
  }
}
