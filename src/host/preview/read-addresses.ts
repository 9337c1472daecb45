import type { Address, Mailbox } from 'postal-mime';
import { parseEmailAddress } from '../../domain/email-address.ts';
import { cut, plain } from '../../domain/text.ts';
import type { HostPerson } from '../host-adapter.ts';

/** Most people that are read of one header. */
const mostPeople = 10_000;

/**
 * The people that an address header names, groups opened. An address counts only if it stands in the header as it is
 * and is one whole address there: parsers of broken headers can put one together that nobody wrote. People without an
 * address keep their name.
 */
export function readAddresses(
  header: string,
  tools: { addressParser(text: string): Address[]; decodeWords(text: string): string },
): HostPerson[] {
  const decoded = tools.decodeWords(header);
  const written = `${header}\n${decoded}`.toLowerCase().replace(/[\s"]+/g, ' ');
  const joined = written.replace(/ /g, '');
  const mailboxes = tools
    .addressParser(header)
    .flatMap((one): Mailbox[] => (one.group ? one.group : [{ name: one.name, address: one.address ?? '' }]));
  return mailboxes.slice(0, mostPeople).map(({ name, address }) => {
    const parsed = parseEmailAddress(address.replace(/\.$/, ''));
    const stands = parsed !== undefined && isWhole(parsed, parsed.startsWith('"') ? joined : written);
    return { name: cut(plain(name).trim(), 300), address: stands ? parsed : '' };
  });
}

const partOfAddress = /[\p{L}\p{N}@_%+=$&*!#^{|}~/?-]/u;

/** Whether `address` stands in `written` with nothing before or after it that would make it part of another. */
function isWhole(address: string, written: string): boolean {
  const wanted = address.replace(/"/g, '').replace(/\s+/g, ' ');
  for (let at = written.indexOf(wanted); at >= 0; at = written.indexOf(wanted, at + 1)) {
    const before = written.charAt(at - 1);
    const after = written.slice(at + wanted.length, at + wanted.length + 2);
    if (!partOfAddress.test(before) && before !== '.' && !/^(?:[\p{L}\p{N}@_-]|\.[\p{L}\p{N}])/u.test(after))
      return true;
  }
  return false;
}
