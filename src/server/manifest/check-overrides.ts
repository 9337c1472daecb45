import { mobileIconScales, mobileIconSizes } from './icon-files.ts';
import { pointContents } from './manifest-order.ts';
import { textsOf, walk } from './manifest-walk.ts';
import type { SidesOf } from './png-sides.ts';
import type { XmlElement } from './xml.ts';

const longestId = 32;
/** Which resources an element takes its `resid` from. */
const resourceKinds: Readonly<Record<string, string>> = {
  Label: 'bt:ShortStrings',
  Title: 'bt:ShortStrings',
  Description: 'bt:LongStrings',
  SourceLocation: 'bt:Urls',
  FunctionFile: 'bt:Urls',
  'bt:Image': 'bt:Images',
};
const longestText: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };

/** One set of overrides: it stands for itself, with its own resources. Nested ones are checked by themselves. */
export function checkOverrides(overrides: XmlElement, sidesOf: SidesOf): string[] {
  const found = [...walk(overrides, '', 'VersionOverrides')].map(({ element }) => element);
  const resources = resourcesOf(overrides);
  return [
    ...checkIds(found),
    ...checkResources(found, resources),
    ...found.flatMap((element) => checkPoint(element)),
    ...found.flatMap((element) => checkPinning(element, overrides)),
    ...found.flatMap((element) => checkIcon(element, resources, sidesOf)),
  ];
}

type Resources = ReadonlyMap<string, { kind: string; element: XmlElement }>;

function resourcesOf(overrides: XmlElement): Resources {
  const lists = overrides.children.find(({ name }) => name === 'Resources')?.children ?? [];
  return new Map(
    lists.flatMap((list) =>
      list.children.map((element) => [element.attributes.id ?? '', { kind: list.name, element }] as const),
    ),
  );
}

function checkIds(found: readonly XmlElement[]): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { name, attributes } of found) {
    const { id, resid } = attributes;
    for (const one of [id, resid])
      if (one !== undefined && one.length > longestId) faults.push(`${name}: ${one} is longer than ${longestId}`);
    if (id === undefined || name === 'OfficeTab') continue;
    if (seen.has(id)) faults.push(`${name}: the id ${id} is there twice`);
    seen.add(id);
  }
  return faults;
}

function checkResources(found: readonly XmlElement[], resources: Resources): string[] {
  const faults: string[] = [];
  const used = new Set<string>();
  for (const { name, attributes } of found) {
    if (attributes.resid === undefined) continue;
    used.add(attributes.resid);
    const kind = resourceKinds[name];
    if (resources.get(attributes.resid)?.kind !== kind)
      faults.push(`${name}: there is no ${attributes.resid} in ${kind}`);
  }
  for (const [id, { kind, element }] of resources) {
    if (!used.has(id)) faults.push(`${kind}: nothing uses ${id}`);
    const longest = longestText[kind];
    if (longest === undefined) continue;
    for (const text of textsOf(element))
      if (text.length === 0 || text.length > longest) faults.push(`${kind}: ${id} is empty or longer than ${longest}`);
  }
  return faults;
}

function checkPoint({ name, attributes, children }: XmlElement): string[] {
  if (name !== 'ExtensionPoint') return [];
  const type = attributes['xsi:type'] ?? '';
  const content = pointContents[type];
  if (content === undefined) return [`ExtensionPoint: ${type} is none of ours`];
  const right = children.length === 1 && children[0]?.name === content;
  return right ? [] : [`ExtensionPoint ${type}: holds something else than one ${content}`];
}

function checkPinning(element: XmlElement, overrides: XmlElement): string[] {
  if (element.name !== 'ExtensionPoint') return [];
  const pinned = [...walk(element)].some((found) => found.element.name === 'SupportsPinning');
  if (!pinned) return [];
  const type = element.attributes['xsi:type'] ?? '';
  const newer = overrides.attributes['xsi:type'] === 'VersionOverridesV1_1';
  return newer && /^Message(Read|Compose)/.test(type) ? [] : [`ExtensionPoint ${type}: can't be pinned there`];
}

function checkIcon(icon: XmlElement, resources: Resources, sidesOf: SidesOf): string[] {
  if (icon.name !== 'Icon') return [];
  const faults: string[] = [];
  const mobile = icon.attributes['xsi:type'] === 'bt:MobileIconList';
  const there = new Set(icon.children.map(({ attributes: { size, scale } }) => `${size} ${scale ?? ''}`.trim()));
  const wanted = mobile
    ? mobileIconSizes.flatMap((size) => mobileIconScales.map((scale) => `${size} ${scale}`))
    : ['16', '32', '80'];
  for (const one of wanted) if (!there.has(one)) faults.push(`Icon: the size ${one} is missing`);
  for (const { attributes } of icon.children) {
    const pixels = Number(attributes.size) * Number(attributes.scale ?? 1);
    const url = resources.get(attributes.resid ?? '')?.element.attributes.DefaultValue;
    if (url !== undefined && sidesOf(url) !== pixels)
      faults.push(`Icon: there is no image of ${pixels} pixels at ${url}`);
  }
  return faults;
}
