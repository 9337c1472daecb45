import type { Email } from 'postal-mime';
import type { Instant } from '../../domain/time.ts';
import { blankItem } from '../blank-item.ts';
import type { HostPerson, MailItem, Sensitivity } from '../host-adapter.ts';
import { mailDate } from './mail-date.ts';
import { readAddresses } from './read-addresses.ts';
import { type ReadResult, refuse } from './read-refusal.ts';

/** Largest file that is taken. */
export const mostMailBytes = 100_000_000;
/** As much of it is parsed: headers and text stand before attachments, and parsing takes about a second per megabyte. */
const mostParsedBytes = 4_000_000;
const longestSubject = 2_000;

const mailHeaders = ['from', 'sender', 'to', 'cc', 'date', 'message-id', 'received', 'return-path', 'delivered-to'];
const deliveryHeaders = ['delivered-to', 'x-original-to', 'x-apparently-to', 'envelope-to', 'apparently-to'];

/**
 * Reads a mail in RFC 5322 form, however broken: a mail that names its sender and that it went to somebody, or why not.
 * `identity` tells it from the other items of the mailbox. Never throws for what is in the file.
 */
export async function readEml(bytes: Uint8Array, identity: string): Promise<ReadResult> {
  if (bytes.byteLength === 0) return refuse('empty');
  if (bytes.byteLength > mostMailBytes) return refuse('too-large');
  const { default: PostalMime, addressParser, decodeWords } = await import('postal-mime');
  let email: Email;
  try {
    email = await PostalMime.parse(withoutMark(bytes).subarray(0, mostParsedBytes), {
      maxNestingDepth: 100,
      maxRfc822NestingDepth: 3,
    });
  } catch {
    // The parser rejects what is nested or long beyond its limits, and says no more about it than this.
    return refuse('unreadable');
  }

  const valuesOf = (...names: string[]) =>
    email.headers.filter(({ key }) => names.includes(key)).map(({ value }) => value);
  const people = (...names: string[]) =>
    valuesOf(...names).flatMap((value) => readAddresses(value, { addressParser, decodeWords }));
  if (valuesOf(...mailHeaders).length === 0) return refuse('not-a-mail');

  const sender = withAddress(people('sender'))[0] ?? null;
  const from = authorOf(valuesOf('from'), people, sender);
  if (from === 'several') return refuse('several-senders');
  if (from === null) return refuse('no-sender');
  const [to, cc, bcc] = [people('to'), people('cc'), people('bcc')];
  const wentSomewhere = valuesOf('to', 'cc', 'bcc', ...deliveryHeaders).some((value) => value.trim() !== '');
  if (!wentSomewhere) return refuse('no-recipients');

  const unsent = valuesOf('x-unsent').some((value) => value.trim() === '1');
  const item: MailItem = blankItem({
    kind: 'mail',
    mode: unsent ? 'compose' : 'read',
    identity,
    subject: (email.subject ?? '').slice(0, longestSubject),
    from,
    sender: sender && sender.address !== from.address ? sender : null,
    to,
    cc,
    bcc: unsent ? bcc : [],
    sentAt: mailDate(valuesOf('date')[0] ?? ''),
    receivedAt: receivedAt(valuesOf('received')),
    sensitivity: sensitivityOf(valuesOf('sensitivity')[0] ?? ''),
    messageId: messageIdOf(valuesOf('message-id')),
    draftId: unsent ? identity : null,
    attachmentNames: email.attachments
      .flatMap(({ filename }) => (filename ? [filename.slice(0, 300)] : []))
      .slice(0, 100),
  });
  return { ok: true, items: [{ item, body: { html: email.html, text: email.text ?? (email.html ? undefined : '') } }] };
}

/** Without the byte order mark that editors put before a text, which would become part of the first header's name. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Who wrote it: the From header; of several authors the one that also sent it; `several` when two headers disagree. */
function authorOf(
  fromHeaders: readonly string[],
  people: (...names: string[]) => HostPerson[],
  sender: HostPerson | null,
): HostPerson | null | 'several' {
  const authors = withAddress(people('from'));
  const [first] = authors;
  if (!first) return sender;
  const filled = fromHeaders.filter((value) => value.trim() !== '');
  if (filled.length > 1 && authors.some(({ address }) => address !== first.address)) return 'several';
  return authors.find(({ address }) => address === sender?.address) ?? first;
}

function withAddress(people: readonly HostPerson[]): HostPerson[] {
  return people.filter(({ address }) => address !== '');
}

/** The date of the topmost Received header is when the own server took it. */
function receivedAt(received: readonly string[]): Instant | null {
  const [newest] = received;
  return newest === undefined ? null : mailDate(newest.slice(newest.lastIndexOf(';') + 1));
}

function sensitivityOf(value: string): Sensitivity {
  const name = value.trim().toLowerCase();
  if (name === 'personal' || name === 'private') return name;
  return name === 'company-confidential' || name === 'confidential' ? 'confidential' : 'normal';
}

function messageIdOf(values: readonly string[]): string | null {
  const id = (values[0] ?? '').replace(/\s+/g, '').replace(/^<|>$/g, '');
  return id === '' ? null : id;
}
