import { v7 } from 'uuid';
import * as v from 'valibot';
import { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import { instantOf } from '../../src/domain/time.ts';
import { type Account, SignInResponse } from '../../src/protocol/account.ts';
import { PullResponse } from '../../src/protocol/pull.ts';
import { type Answer, PushResponse } from '../../src/protocol/push.ts';
import { wireVersion } from '../../src/protocol/wire-version.ts';
import type { PreviewProcess } from './preview-process.ts';

/** A signed-in user of a preview process who speaks the wire by hand. */
export interface FaultClient {
  account: Account;
  token: string;
  origin: string;
  people: Contact[];
  /** The answers, or undefined when none came. A problem is thrown. */
  push(commands: readonly LogInteraction[]): Promise<Answer[] | undefined>;
  /** A mail logged with the `at`th of the demo's people, under keys of its own. */
  logMail(at: number, subject?: string): LogInteraction;
  /** Every entry that the user logged. */
  entries(): Promise<LogEntry[]>;
}

export async function createFaultClient(preview: PreviewProcess, as = 'anna'): Promise<FaultClient> {
  const address = new URL(preview.address);
  const { origin } = address;
  const code = new URLSearchParams(address.hash.slice(1)).get('token') ?? '';
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${origin}/v1/sign-in`, {
    ...{ method: 'POST', headers: json, body: JSON.stringify({ code, as }) },
  });
  const { token, account } = v.parse(SignInResponse, await signedIn.json());
  const headers = { ...json, authorization: `Bearer ${token}` };

  async function pulled(query: Record<string, string>) {
    const response = await fetch(`${origin}/v1/pull?${new URLSearchParams(query)}`, { headers });
    return v.parse(PullResponse, await response.json());
  }
  const contacts = (await pulled({ scope: 'contacts' })).rows;
  const people = contacts.filter((row): row is Contact => row.kind === 'contact' && row.type === 'person');

  return {
    account,
    token,
    origin,
    people,
    async push(commands) {
      const body = JSON.stringify({
        ...{ wire: wireVersion, tenantId: account.tenantId, userId: account.userId, commands },
      });
      let response: Response;
      let answer: unknown;
      try {
        response = await fetch(`${origin}/v1/push`, { method: 'POST', headers, body });
        answer = await response.json();
      } catch {
        // The connection ended without a whole answer: nobody knows whether it was run.
        return undefined;
      }
      if (!response.ok) throw new Error(`push: ${response.status} ${JSON.stringify(answer)}`);
      return v.parse(PushResponse, answer).answers;
    },
    logMail(at, subject = `Mail ${at}`) {
      const contact = people[at % people.length];
      if (!contact) throw new Error('the demo has no people');
      const now = instantOf(Date.now());
      return v.parse(LogInteraction, {
        ...{ id: v7(), madeAt: now, needs: [], type: 'log-interaction' },
        item: { id: v7(), itemKind: 'mail', keys: [`message-id:${v7()}@fault.example`] },
        interaction: {
          ...{ at: now, zone: 'Europe/Helsinki', day: now.slice(0, 10), templateCode: 'EMAIL', groupCode: 'SYSTEM' },
          ...{ description: subject, subject, flow: 'outbound', initiatedBy: 'us', salespersonCode: 'AK' },
          ...{ evaluation: '', attemptFailed: false, language: 'en', campaignCode: null, campaignTarget: false },
          ...{ campaignResponse: false, origin: 'mail', level: 'note', note: `Note ${at}`, text: '', audience: 'team' },
        },
        with: [
          {
            ...{ entryId: v7(), contactId: contact.id, companyId: contact.companyId, correspondenceType: 'email' },
            ...{ contactVia: contact.email, cost: 8, minutes: 1 },
          },
        ],
      });
    },
    async entries() {
      const found: LogEntry[] = [];
      for (let before: string | null | undefined; before !== null; ) {
        const page = await pulled({ scope: 'mine', limit: '500', ...(before ? { before } : {}) });
        found.push(...page.rows.filter((row): row is LogEntry => row.kind === 'entry'));
        before = page.older;
      }
      return found;
    },
  };
}
