import type { ComponentChildren } from 'preact';

/** Line icons on a 16 × 16 grid in the colour of the text. They are decoration: what they mean stands beside them. */
function Icon({ children, size = 16 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const LogoIcon = () => (
  <svg class="icon logo" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M8 1a7 7 0 1 0 3.4 13.1l2.9.8-.8-2.8A7 7 0 0 0 8 1Z" fill="currentColor" />
    <path d="m5 8.2 2.1 2.1L11.2 6" fill="none" stroke="var(--logo-tick)" stroke-width="1.6" stroke-linecap="round" />
  </svg>
);
export const MailIcon = () => (
  <Icon>
    <rect x="1.6" y="3.1" width="12.8" height="9.8" rx="1.6" />
    <path d="m2 4.6 6 4.1 6-4.1" />
  </Icon>
);
export const MeetingIcon = () => (
  <Icon>
    <rect x="2.1" y="2.9" width="11.8" height="11" rx="1.6" />
    <path d="M2.1 6.3h11.8M5.2 1.6v2.4M10.8 1.6v2.4" />
  </Icon>
);
export const PenIcon = () => (
  <Icon>
    <path d="m10.9 2.4 2.7 2.7-8 8-3.4.7.7-3.4zM9.2 4.1l2.7 2.7" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.4" />
    <path d="m10.3 10.3 3.6 3.6" />
  </Icon>
);
export const MenuIcon = () => (
  <Icon>
    <path d="M2 4h12M2 8h12M2 12h12" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M13.5 8h-11M6.5 4l-4 4 4 4" />
  </Icon>
);
export const InfoIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.4v3.4M8 5.1v.1" />
  </Icon>
);
export const EyeIcon = () => (
  <Icon>
    <path d="M1.5 8S3.8 3.8 8 3.8 14.5 8 14.5 8 12.2 12.2 8 12.2 1.5 8 1.5 8Z" />
    <circle cx="8" cy="8" r="1.9" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon>
    <path d="M8 3v10M3 8h10" />
  </Icon>
);
export const ChevronIcon = () => (
  <Icon>
    <path d="m4 6.2 4 4 4-4" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m3 8.4 3.3 3.3L13 5" />
  </Icon>
);
export const DeviceIcon = () => (
  <Icon>
    <rect x="2.5" y="3" width="11" height="7.6" rx="1.2" />
    <path d="M1.2 13h13.6" />
  </Icon>
);
export const OfflineIcon = () => (
  <Icon>
    <path d="M4.6 12.4h6.6a2.7 2.7 0 0 0 .5-5.3 3.9 3.9 0 0 0-6.2-2.2M4 6.6a3 3 0 0 0 .6 5.8M2.2 2.2l11.6 11.6" />
  </Icon>
);
export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.1 14.6 13.6H1.4zM8 6.4v3.4M8 11.7v.1" />
  </Icon>
);
export const UndoIcon = () => (
  <Icon>
    <path d="M5.2 2.8 2.4 5.6l2.8 2.8M2.6 5.6h6.6a4 4 0 0 1 0 8H6.4" />
  </Icon>
);
