import type { TemplateCode } from '../domain/ids.ts';
import type { InteractionTemplate } from '../domain/interaction-template.ts';
import type { MailItem } from '../host/host-adapter.ts';
import type { Draft, Participant } from './draft.ts';
import { matchedContact } from './match-contact.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * The template to start with, and why: what was used last with one of the people for this kind of item and direction,
 * else what the template setup names for it (an inbound mail takes that template's inbound sibling where there is one).
 * Null where the set-up names none: then a person has to choose. The first that fits where there is no set-up at all.
 */
export function suggestTemplate(
  item: Pick<MailItem, 'kind' | 'mode'>,
  direction: 'outbound' | 'inbound',
  participants: readonly Participant[],
  known: Pick<Surroundings, 'templates' | 'templateSetup' | 'recentEntries'>,
): Draft['suggestedTemplate'] {
  const templates = new Map(known.templates.map((template) => [template.id, template]));
  const isDraft = item.kind === 'mail' && item.mode === 'compose';
  // Entries do not tell a draft from a sent mail, so that an old choice says nothing about a draft.
  const last = isDraft ? undefined : lastUsed(item.kind, direction, participants, known.recentEntries, templates);
  if (last !== undefined) return { code: last, why: 'last-for-contact' };

  const { templateSetup: setup } = known;
  if (!setup) {
    const first = known.templates.find(({ flow }) => flow === direction) ?? known.templates[0];
    return first ? { code: first.id, why: 'first' } : null;
  }
  const code = item.kind === 'meeting' ? setup.meetings : isDraft ? setup.emailDrafts : setup.emails;
  const named = code === null ? undefined : templates.get(code);
  if (!named) return null;
  if (item.kind === 'meeting') return { code: named.id, why: 'meeting' };
  if (isDraft) return { code: named.id, why: 'draft' };
  const why = direction === 'inbound' ? 'incoming-mail' : 'outgoing-mail';
  return { code: withFlow(named, direction, known.templates).id, why };
}

function lastUsed(
  kind: MailItem['kind'],
  direction: 'outbound' | 'inbound',
  participants: readonly Participant[],
  entries: Surroundings['recentEntries'],
  templates: ReadonlyMap<TemplateCode, InteractionTemplate>,
): TemplateCode | undefined {
  const contacts = new Set(participants.map(({ match }) => matchedContact(match)?.id));
  return entries.find(
    (entry) =>
      contacts.has(entry.contactId) &&
      entry.canceled.length === 0 &&
      entry.origin === kind &&
      (entry.flow === direction || entry.flow === '') &&
      templates.has(entry.templateCode),
  )?.templateCode;
}

/** `template`, unless it flows the other way and another of its group and correspondence type flows this way. */
function withFlow(
  template: InteractionTemplate,
  direction: 'outbound' | 'inbound',
  templates: readonly InteractionTemplate[],
): InteractionTemplate {
  if (template.flow === '' || template.flow === direction) return template;
  const sibling = templates.find(
    (other) =>
      other.flow === direction &&
      other.groupCode === template.groupCode &&
      other.correspondenceType === template.correspondenceType,
  );
  return sibling ?? template;
}
