import { images, mobilePoints, surfacePoint, surfaces, tipResid } from './manifest-parts.ts';
import type { ManifestTexts, TranslatedManifestTexts } from './manifest-texts.ts';
import { element, writeXml, type XmlElement } from './xml.ts';

/** Tells this add-in from all others in a mailbox, and its marks on items from theirs: never changed. */
const addInId = '8f1c6f0a-6a0e-4c55-9c3b-2f1a7d0e94b6';
/** Raised whenever the manifest's content changes, so that installed ones are replaced. */
const manifestVersion = '1.0.0.0';
/** Clients below it do not show the add-in at all. What is above is looked for at run time. */
const lowestMailbox = '1.3';
const lowestMailboxPinned = '1.5';

/**
 * The manifest of an Interlog that is reached at `baseUrl`, as text; undefined when that is no https address, which
 * Outlook would not take. Messages and meetings, read and written, on desktop, web, Mac and phones.
 */
export function manifestFor(baseUrl: string, texts: TranslatedManifestTexts): string | undefined {
  const base = httpsBase(baseUrl);
  return base === undefined ? undefined : writeXml(manifestTree(base, texts));
}

function httpsBase(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, search, hash } = new URL(text);
  if (protocol !== 'https:' || search !== '' || hash !== '') return undefined;
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

/** The manifest before it is written; `base` is https and ends in no slash. */
export function manifestTree(base: string, texts: TranslatedManifestTexts): XmlElement {
  const pane = `${base}/outlook.html`;
  const value = (name: string, text: string) => element(name, { DefaultValue: text });
  const source = value('SourceLocation', pane);
  const overriding = (name: string, key: keyof ManifestTexts) =>
    element(name, { DefaultValue: texts.en[key] }, [element('Override', { Locale: 'fi-FI', Value: texts.fi[key] })]);

  return element(
    'OfficeApp',
    {
      xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
      'xsi:type': 'MailApp',
    },
    [
      element('Id', {}, addInId),
      element('Version', {}, manifestVersion),
      element('ProviderName', {}, 'Interlog'),
      element('DefaultLocale', {}, 'en-US'),
      overriding('DisplayName', 'name'),
      overriding('Description', 'description'),
      value('IconUrl', `${base}/icons/icon-64.png`),
      value('HighResolutionIconUrl', `${base}/icons/icon-128.png`),
      value('SupportUrl', `${base}/`),
      element('AppDomains', {}, [element('AppDomain', {}, new URL(base).origin)]),
      element('Hosts', {}, [element('Host', { Name: 'Mailbox' })]),
      element('Requirements', {}, [
        element('Sets', {}, [element('Set', { Name: 'Mailbox', MinVersion: lowestMailbox })]),
      ]),
      element('FormSettings', {}, [
        form('ItemRead', [source, element('RequestedHeight', {}, '450')]),
        form('ItemEdit', [source]),
      ]),
      // Reading an item and marking it needs no more.
      element('Permissions', {}, 'ReadItem'),
      element('Rule', { 'xsi:type': 'RuleCollection', Mode: 'Or' }, [
        itemIs('Message', 'Read'),
        itemIs('Message', 'Edit'),
        itemIs('Appointment', 'Read'),
        itemIs('Appointment', 'Edit'),
      ]),
      element('DisableEntityHighlighting', {}, 'true'),
      overrides10(base, pane, texts),
    ],
  );
}

function form(type: string, settings: readonly XmlElement[]): XmlElement {
  return element('Form', { 'xsi:type': type }, [element('DesktopSettings', {}, settings)]);
}

function itemIs(itemType: string, formType: string): XmlElement {
  return element('Rule', { 'xsi:type': 'ItemIs', ItemType: itemType, FormType: formType });
}

/** For clients that know no pinning; the ones that do take the overrides nested at its end instead of all of it. */
function overrides10(base: string, pane: string, texts: TranslatedManifestTexts): XmlElement {
  const points = surfaces.map((surface) => surfacePoint(surface, '10'));
  return element(
    'VersionOverrides',
    { xmlns: 'http://schemas.microsoft.com/office/mailappversionoverrides', 'xsi:type': 'VersionOverridesV1_0' },
    [
      requirements(lowestMailbox),
      mailHost([element('DesktopFormFactor', {}, [functionFile(), ...points])]),
      resources(base, pane, texts, false),
      overrides11(base, pane, texts),
    ],
  );
}

function overrides11(base: string, pane: string, texts: TranslatedManifestTexts): XmlElement {
  const points = surfaces.map((surface) => surfacePoint(surface, '11'));
  return element(
    'VersionOverrides',
    { xmlns: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1', 'xsi:type': 'VersionOverridesV1_1' },
    [
      requirements(lowestMailboxPinned),
      mailHost([
        element('DesktopFormFactor', {}, [element('SupportsSharedFolders', {}, 'true'), functionFile(), ...points]),
        element('MobileFormFactor', {}, [functionFile(), ...mobilePoints()]),
      ]),
      resources(base, pane, texts, true),
    ],
  );
}

function requirements(lowest: string): XmlElement {
  const sets = element('bt:Sets', { DefaultMinVersion: lowest }, [element('bt:Set', { Name: 'Mailbox' })]);
  return element('Requirements', {}, [sets]);
}

function mailHost(factors: readonly XmlElement[]): XmlElement {
  return element('Hosts', {}, [element('Host', { 'xsi:type': 'MailHost' }, factors)]);
}

/** The schema asks for one; no button of ours runs a function without the pane. */
function functionFile(): XmlElement {
  return element('FunctionFile', { resid: 'Pane' });
}

function resources(base: string, pane: string, texts: TranslatedManifestTexts, mobile: boolean): XmlElement {
  const text = (id: string, key: keyof ManifestTexts) =>
    element('bt:String', { id, DefaultValue: texts.en[key] }, [
      element('bt:Override', { Locale: 'fi-FI', Value: texts.fi[key] }),
    ]);
  const tips = [...new Set(surfaces.map(({ tip }) => tip))];
  return element('Resources', {}, [
    element('bt:Images', {}, images(base, mobile)),
    element('bt:Urls', {}, [element('bt:Url', { id: 'Pane', DefaultValue: pane })]),
    element('bt:ShortStrings', {}, [text('Group', 'group'), text('Open', 'open')]),
    element(
      'bt:LongStrings',
      {},
      tips.map((tip) => text(tipResid(tip), tip)),
    ),
  ]);
}
