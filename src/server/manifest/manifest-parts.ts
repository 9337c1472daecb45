import { iconFile, mobileIconFile, mobileIconScales, mobileIconSizes } from './icon-files.ts';
import type { ManifestTexts } from './manifest-texts.ts';
import { element, type XmlElement } from './xml.ts';

/** A place in Outlook's desktop and web clients that gets the button. */
export interface Surface {
  point: string;
  /** Starts the ids of its group and control: they are unique in the manifest. */
  id: string;
  tip: keyof ManifestTexts;
  /** Outlook pins panes of messages only. */
  pinned: boolean;
}

export const surfaces: readonly Surface[] = [
  { point: 'MessageReadCommandSurface', id: 'read', tip: 'openMail', pinned: true },
  { point: 'MessageComposeCommandSurface', id: 'compose', tip: 'openDraft', pinned: true },
  { point: 'AppointmentOrganizerCommandSurface', id: 'organizer', tip: 'openMeeting', pinned: false },
  { point: 'AppointmentAttendeeCommandSurface', id: 'attendee', tip: 'openMeeting', pinned: false },
];

/** Sides of the button's icon; 16, 32 and 80 are required. */
export const buttonIconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

/** One surface with its button. `version` goes into the ids, for both sets of overrides have them. */
export function surfacePoint(surface: Surface, version: '10' | '11'): XmlElement {
  const pinning = surface.pinned && version === '11' ? [element('SupportsPinning', {}, 'true')] : [];
  const button = element('Control', { 'xsi:type': 'Button', id: `${surface.id}.open.${version}` }, [
    element('Label', { resid: 'Open' }),
    element('Supertip', {}, [
      element('Title', { resid: 'Open' }),
      element('Description', { resid: tipResid(surface.tip) }),
    ]),
    element(
      'Icon',
      {},
      buttonIconSizes.map((size) => element('bt:Image', { size: String(size), resid: `Icon.${size}` })),
    ),
    openPane(pinning),
  ]);
  return element('ExtensionPoint', { 'xsi:type': surface.point }, [
    element('OfficeTab', { id: 'TabDefault' }, [
      element('Group', { id: `${surface.id}.group.${version}` }, [element('Label', { resid: 'Group' }), button]),
    ]),
  ]);
}

export function tipResid(tip: keyof ManifestTexts): string {
  return `Tip.${tip}`;
}

export function mobileImageResid(size: number, scale: number): string {
  return `Mobile.${size}.${scale}`;
}

/** Phones: a button on a mail that is read, and the card that logs a meeting. */
export function mobilePoints(): XmlElement[] {
  return [
    element('ExtensionPoint', { 'xsi:type': 'MobileMessageReadCommandSurface' }, [
      element('Group', { id: 'mobile.group' }, [element('Label', { resid: 'Group' }), mobileButton('mobile.open')]),
    ]),
    element('ExtensionPoint', { 'xsi:type': 'MobileLogEventAppointmentAttendee' }, [mobileButton('mobile.logEvent')]),
  ];
}

function mobileButton(id: string): XmlElement {
  const images = mobileIconSizes.flatMap((size) =>
    mobileIconScales.map((scale) =>
      element('bt:Image', { size: String(size), scale: String(scale), resid: mobileImageResid(size, scale) }),
    ),
  );
  return element('Control', { 'xsi:type': 'MobileButton', id }, [
    element('Label', { resid: 'Open' }),
    element('Icon', { 'xsi:type': 'bt:MobileIconList' }, images),
    openPane([]),
  ]);
}

function openPane(more: readonly XmlElement[]): XmlElement {
  return element('Action', { 'xsi:type': 'ShowTaskpane' }, [element('SourceLocation', { resid: 'Pane' }), ...more]);
}

/** The images that the points above name, under `icons/` of `base`. */
export function images(base: string, mobile: boolean): XmlElement[] {
  const button = buttonIconSizes.map((size) => image(`Icon.${size}`, `${base}/icons/${iconFile(size)}`));
  if (!mobile) return button;
  const onPhones = mobileIconSizes.flatMap((size) =>
    mobileIconScales.map((scale) =>
      image(mobileImageResid(size, scale), `${base}/icons/${mobileIconFile(size, scale)}`),
    ),
  );
  return [...button, ...onPhones];
}

function image(id: string, url: string): XmlElement {
  return element('bt:Image', { id, DefaultValue: url });
}
