import * as v from 'valibot';
import { addressesOf } from '../../src/domain/addresses-of.ts';
import type { CreateContact } from '../../src/domain/commands/create-contact.ts';
import { type Contact, ContactFields } from '../../src/domain/contact.ts';
import { ContactId } from '../../src/domain/ids.ts';

const firstNames =
  'Aino Matti Päivi Pekka Anna Mikko Liisa Juha Kaisa Antti Sari Timo Hanna Jukka Tiina Heikki Leena Kari Minna Ville Åsa Björn Sven Ida Olli Emma Lauri Noora Eero Outi'.split(
    ' ',
  );
const lastNames =
  'Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Salminen Heinonen Niemi Heikkilä Kinnunen Salonen Turunen Salo Laitinen Tuominen Rantanen Karjalainen Jokinen Mattila Savolainen Lahtinen Ahonen Öhman Åberg Lindqvist Ortiz Smith Novak'.split(
    ' ',
  );
const trades =
  'Kone Rakennus Sähkö Kuljetus Paino Metalli Puu Lasi Ravintola Vakuutus Energia Laiva Paperi Muovi Tukku Huolto Optiikka Tekniikka Kiinteistö Media'.split(
    ' ',
  );
const places = 'Turku Tampere Helsinki Oulu Vaasa Kuopio Lahti Pori Joensuu Kotka Rauma Kemi Lohja Salo Kajaani'.split(
  ' ',
);

/** Every tenth is a company; the nine after it belong to it. */
const perCompany = 10;

/** A file of `count` contacts as an address book gives it; the same every time. */
export function madeFile(count: number): string {
  const lines = ['Type,Name,Company,E-mail,Phone,Web'];
  for (let at = 0; at < count; at += 1) {
    const number = Math.floor(at / perCompany);
    const company = `${pick(places, number)} ${pick(trades, number * 7)} ${number} Oy`;
    const domain = `yritys${number}.example`;
    if (at % perCompany === 0) lines.push(`company,${company},,info@${domain},,${domain}`);
    else {
      const [first, last] = [pick(firstNames, at * 13), pick(lastNames, at * 31)];
      const address = `${plain(first)}.${plain(last)}.${at}@${domain}`;
      lines.push(`person,${first} ${last},${company},${address},+358 40 ${String(1_000_000 + at)},`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The row that a command makes, as the server gives it. */
export function madeRow({ contactId, fields }: CreateContact, at: number): Contact {
  return rowOf(contactId, fields, at);
}

function rowOf(id: ContactId, fields: ContactFields, at: number): Contact {
  return { kind: 'contact', id, rev: 100_000 + at, no: at, ...fields, mergedInto: null, deleted: false };
}

/** The row as the object store of contacts holds it. */
export function contactRecord(row: Contact) {
  return { id: row.id, addresses: addressesOf(row), domains: row.domains, row };
}

function pick(of: readonly string[], at: number): string {
  return of[at % of.length] ?? '';
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** `count` contacts as the server's rows. */
export function madeContacts(count: number, newUuid: () => string): Contact[] {
  const companies = new Map<string, Contact>();
  const [, ...lines] = madeFile(count).trimEnd().split('\n');
  return lines.map((line, at) => {
    const [type, name = '', company = '', email, phone, web] = line.split(',');
    const fields = v.parse(ContactFields, {
      ...{ type, name, companyId: companies.get(company)?.id ?? null, email, otherEmails: [] },
      ...{ phones: phone ? [phone] : [], domains: web ? [web] : [] },
      ...{ salespersonCode: null, correspondenceType: '', language: '', privacyBlocked: false },
    });
    const row = rowOf(v.parse(ContactId, newUuid()), fields, at);
    if (type === 'company') companies.set(name, row);
    return row;
  });
}
