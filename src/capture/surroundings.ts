import type { Contact } from '../domain/contact.ts';
import type { EmailAddress } from '../domain/email-address.ts';
import type { InteractionTemplate } from '../domain/interaction-template.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import type { Salesperson } from '../domain/salesperson.ts';
import type { TemplateSetup } from '../domain/template-setup.ts';
import type { Instant, Zone } from '../domain/time.ts';
import type { Workspace } from '../domain/workspace.ts';

/** An entry that shows which template was used with a contact before. */
export type UsedBefore = Pick<LogEntry, 'contactId' | 'templateCode' | 'origin' | 'flow' | 'canceled'>;

/** What a device knows around an item when it makes a draft of it; see `addresses-of-item.ts` for what to ask the store. */
export interface Surroundings {
  /** The user's own: of the host's account and of the signed-in account. */
  myAddresses: readonly EmailAddress[];
  workspace: Pick<Workspace, 'ownDomains' | 'freeMailDomains' | 'neverLog'> | undefined;
  salespeople: readonly Pick<Salesperson, 'email'>[];
  /** Contacts that have one of the item's addresses. */
  contacts: readonly Contact[];
  /** Companies that list one of the item's domains. */
  companies: readonly Contact[];
  templates: readonly InteractionTemplate[];
  templateSetup: TemplateSetup | undefined;
  /** Entries of the contacts above, newest first; may be empty. */
  recentEntries: readonly UsedBefore[];
  now: Instant;
  /** The user's, for items that name none. */
  zone: Zone;
}
