import type { Row, RowKind, RowOf } from '../../../src/domain/row.ts';
import { entryOf } from '../new-command-samples.ts';
import {
  bob,
  cleo,
  colleague,
  due,
  email,
  fair,
  mail,
  postponed,
  robert,
  robertsMail,
  spare,
  startRows,
} from './acts.ts';

/** What is to be said of the rows in the end, by what it is said of. */
export type Facts = Record<string, string>;

export function factsOf(rows: readonly Row[]): Facts {
  const get = <K extends RowKind>(kind: K, id: string): RowOf<K> | undefined =>
    rows.find((row): row is RowOf<K> => row.kind === kind && row.id === id);
  const all = <K extends RowKind>(kind: K) => rows.filter((row): row is RowOf<K> => row.kind === kind);
  const entry = get('entry', entryOf(mail));
  const other = get('entry', entryOf(robertsMail));
  const later = get('entry', entryOf(postponed));
  const contact = get('contact', bob.id);
  const into = get('contact', robert.id);
  const followUp = get('follow-up', due.followUpId);
  const known = [mail, robertsMail, postponed].map(entryOf);
  const more = all('entry').filter(({ id }) => !known.includes(id));
  const nameOf = (id: string) => [robert, cleo].find((one) => one.id === id)?.name ?? id;
  const canceled = (one: RowOf<'entry'> | undefined) =>
    !one ? 'gone' : one.canceled.length === 0 ? 'live' : one.canceled.map(({ via }) => saidOf[via]).join(' + ');
  return {
    'the entry is': canceled(entry).replace('canceled + canceled', 'canceled twice'),
    evaluated: entry?.evaluation ?? '',
    described: entry?.description ?? '',
    comments: String(all('comment').filter(({ entryId }) => entryId === entry?.id).length),
    'comments on Robert’s': String(all('comment').filter(({ entryId }) => entryId === other?.id).length),
    'Robert’s entry is': canceled(other),
    'new entries': String(more.length),
    'the postponed one is': !later ? 'gone' : later.postponed ? 'postponed' : later.description,
    'Bob is': !contact
      ? 'erased'
      : contact.deleted
        ? 'deleted'
        : contact.mergedInto
          ? `merged into ${nameOf(contact.mergedInto)}`
          : 'himself',
    named: contact?.name ?? '',
    'Robert is': into ? 'there' : 'erased',
    'the follow-up is': !followUp ? 'none' : followUp.closed ? followUp.closed.how : 'open',
    'new follow-ups': String(all('follow-up').filter(({ id }) => id !== due.followUpId).length),
    'the template costs': String(get('template', email.id)?.unitCost),
    'the template is': get('template', email.id)?.deleted ? 'deleted' : 'offered',
    'the template is of the group': get('template', email.id)?.groupCode ?? '',
    'the group is': get('group', spare.id)?.deleted ? 'deleted' : 'offered',
    'the group is named': get('group', spare.id)?.description['en'] ?? '',
    'the campaign is': get('campaign', fair.id)?.deleted ? 'deleted' : 'offered',
    'the campaign is named': get('campaign', fair.id)?.description ?? '',
    'the salesperson is': get('salesperson', colleague.id)?.deleted ? 'deleted' : 'offered',
    'the salesperson is named': get('salesperson', colleague.id)?.name ?? '',
    'of the campaign': entry?.campaignCode ?? '',
    'an answer': entry?.campaignResponse ? 'yes' : 'no',
    'in the language': entry?.language ?? '',
    'carried out by': entry?.salespersonCode ?? '',
    'e-mails are logged with': get('template-setup', 'template-setup')?.emails ?? '',
    'the workspace is named': get('workspace', 'workspace')?.name ?? '',
    'new contacts': String(all('contact').filter(({ id }) => !startRows.some((row) => row.id === id)).length),
  };
}

/** Of a reason why an entry is canceled. */
const saidOf = { entry: 'canceled', segment: 'segment', retention: 'canceled for its age', joined: 'joined' } as const;

/** What is other than at the start, in words; also what is `asked` for and is as it was. */
export function changedFacts(start: Facts, end: Facts, asked: readonly string[]): string {
  const changed = Object.entries(end).filter(([what, is]) => is !== '' && (is !== start[what] || asked.includes(what)));
  return changed.map(([what, is]) => `${what} ${is}`).join('; ') || 'as at the start';
}
