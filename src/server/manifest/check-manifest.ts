import { checkOverrides } from './check-overrides.ts';
import { manifestOrder } from './manifest-order.ts';
import { type Found, textOf, textsOf, walk } from './manifest-walk.ts';
import type { SidesOf } from './png-sides.ts';
import type { XmlElement } from './xml.ts';

/**
 * Everything that is known to make Outlook refuse a mail add-in's manifest, or take it and show nothing. Needs no
 * network. Gives one line for each fault; none means that it is in order.
 */
export function checkManifest(root: XmlElement, sidesOf: SidesOf): string[] {
  const faults: string[] = [];
  const found = [...walk(root)];
  if (root.name !== 'OfficeApp' || root.attributes['xsi:type'] !== 'MailApp') faults.push('the root is no mail add-in');
  for (const at of found) faults.push(...checkOrder(at), ...checkAddresses(at));
  faults.push(...checkHead(root, sidesOf));
  faults.push(...checkNesting(root));
  for (const { element } of found)
    if (element.name === 'VersionOverrides') faults.push(...checkOverrides(element, sidesOf));
  return faults;
}

function checkOrder({ element, parent }: Found): string[] {
  const type = element.attributes['xsi:type'];
  const order =
    manifestOrder[`${parent}/${element.name}`] ??
    manifestOrder[`${element.name} ${type}`] ??
    manifestOrder[element.name];
  if (!order) return [];
  const names = order.map((name) => name.replace('!', ''));
  const faults: string[] = [];
  let last = 0;
  for (const child of element.children) {
    const place = names.indexOf(child.name);
    if (place === -1) faults.push(`${element.name}: ${child.name} does not belong there`);
    else if (place < last) faults.push(`${element.name}: ${child.name} stands too late`);
    else last = place;
  }
  for (const name of order.filter((one) => one.endsWith('!')).map((one) => one.slice(0, -1)))
    if (!element.children.some((child) => child.name === name)) faults.push(`${element.name}: ${name} is missing`);
  return faults;
}

const addressed = new Set(['SourceLocation', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'bt:Image', 'bt:Url']);

function checkAddresses({ element }: Found): string[] {
  const url = element.name === 'AppDomain' ? element.text : element.attributes.DefaultValue;
  if (url === undefined || !(addressed.has(element.name) || element.name === 'AppDomain')) return [];
  if (!URL.canParse(url)) return [`${element.name}: ${url} is no address`];
  return new URL(url).protocol === 'https:' ? [] : [`${element.name}: ${url} is not https`];
}

function checkHead(root: XmlElement, sidesOf: SidesOf): string[] {
  const faults: string[] = [];
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
  if (!uuid.test(textOf(root, 'Id'))) faults.push('Id is no GUID');
  if (!/^\d+(\.\d+){3}$/.test(textOf(root, 'Version'))) faults.push('Version does not have four numbers');
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(textOf(root, 'DefaultLocale'))) faults.push('DefaultLocale is no locale');
  if (!['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'].includes(textOf(root, 'Permissions')))
    faults.push('Permissions is none of the four');
  for (const [name, longest] of [
    ['DisplayName', 125],
    ['Description', 250],
  ] as const) {
    const head = root.children.find((child) => child.name === name);
    for (const text of head ? textsOf(head) : [])
      if (text.length === 0 || text.length > longest) faults.push(`${name} is empty or longer than ${longest}`);
  }
  for (const [name, sides] of [
    ['IconUrl', 64],
    ['HighResolutionIconUrl', 128],
  ] as const) {
    const url = root.children.find((child) => child.name === name)?.attributes.DefaultValue ?? '';
    if (sidesOf(url) !== sides) faults.push(`${name}: there is no image of ${sides} pixels at ${url}`);
  }
  return faults;
}

/** Clients look for the newer overrides only as the last child of the older ones. */
function checkNesting(root: XmlElement): string[] {
  const outer = root.children.at(-1);
  const inner = outer?.children.at(-1);
  const faults: string[] = [];
  if (outer?.attributes['xsi:type'] !== 'VersionOverridesV1_0') faults.push('the overrides 1.0 are not at the end');
  else if (inner?.attributes['xsi:type'] !== 'VersionOverridesV1_1')
    faults.push('the overrides 1.1 are not at the end of those of 1.0');
  return faults;
}
