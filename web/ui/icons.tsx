import type { ReactNode } from 'react';

interface IconProps {
  /** Side in px of the square it is drawn in. */
  size?: number;
}

function Icon({ size = 16, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

function drawn(path: string) {
  return function DrawnIcon({ size }: IconProps) {
    return (
      <Icon size={size}>
        <path d={path} />
      </Icon>
    );
  };
}

export const AlertIcon = drawn('M8 6v3m0 2.2v.1M2.2 13 8 2.8 13.8 13z');
export const ArrowDownIcon = drawn('M8 3v10m0 0 3.5-3.5M8 13 4.5 9.5');
export const ArrowLeftIcon = drawn('M13 8H3m0 0 3.5-3.5M3 8l3.5 3.5');
export const ArrowRightIcon = drawn('M3 8h10m0 0L9.5 4.5M13 8l-3.5 3.5');
export const ArrowUpIcon = drawn('M8 13V3m0 0L4.5 6.5M8 3l3.5 3.5');
export const CallbackIcon = drawn('M8 2.5v7m0 0 2.8-2.8M8 9.5 5.2 6.7M2.5 9v4.5h11V9');
export const CheckIcon = drawn('m3 8.5 3.2 3.2L13 5');
export const ChevronDownIcon = drawn('m4.5 6.5 3.5 3.5 3.5-3.5');
export const ChevronLeftIcon = drawn('M9.5 4.5 6 8l3.5 3.5');
export const ChevronRightIcon = drawn('M6.5 4.5 10 8l-3.5 3.5');
export const CloseIcon = drawn('m3.5 3.5 9 9m0-9-9 9');
export const CopyIcon = drawn('M5.5 5.5h7v7h-7zM10.5 5.5v-2h-7v7h2');
export const CodesIcon = drawn('M5.5 4.5 2.5 8l3 3.5m5-7 3 3.5-3 3.5M9 3.5l-2 9');
export const DownloadIcon = drawn('M8 2.5v7m0 0 3-3m-3 3-3-3M2.5 13.5h11');
export const ExternalIcon = drawn('M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7m0-4.5L7.5 8.5');
export const EyeIcon = drawn(
  'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z',
);
export const EyeOffIcon = drawn(
  'm2.5 2.5 11 11M6.5 3.7A6 6 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.5a12 12 0 0 1-2 2.5M4 4.7A11 11 0 0 0 1.5 8S4 12.5 8 12.5c1 0 2-.3 2.8-.7',
);
export const FilterIcon = drawn('M2.5 4.5h11M4.5 8h7M6.5 11.5h3');
export const InfoIcon = drawn('M8 7.5v3.7M8 5v.1M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z');
export const ListIcon = drawn('M5.5 4h8m-8 4h8m-8 4h8M2.5 4h.1m-.1 4h.1m-.1 4h.1');
export const LinkIcon = drawn('m6.5 9.5 3-3M5 7 3.5 8.5a2.8 2.8 0 0 0 4 4L9 11m2-2 1.5-1.5a2.8 2.8 0 0 0-4-4L7 5');
export const MailIcon = drawn('M2.5 4h11v8.5h-11zm.3.3L8 8.7l5.2-4.4');
export const MenuIcon = drawn('M2.5 4.5h11M2.5 8h11M2.5 11.5h11');
export const OneTimeIcon = drawn('M2 4h12v8H2zm6 5.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2zM4.4 8h.1m7 0h.1');
export const OverviewIcon = drawn('M2.5 13.5h11M4.5 13V9m3.5 4V4m3.5 9V6.5');
export const PlusIcon = drawn('M8 3.5v9M3.5 8h9');
export const PrintIcon = drawn('M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z');
export const QrIcon = drawn('M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5H11V11m2.5 2.5v-4m-4 4h1.5');
export const RefreshIcon = drawn('M13 8a5 5 0 1 1-1.5-3.6M13 2.5V5h-2.5');
export const SearchIcon = drawn('m10.2 10.2 3.3 3.3M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z');
export const SendIcon = drawn('M13.5 2.5 2.5 7l4.5 2 2 4.5zM7 9l3-3');
export const TrashIcon = drawn('M2.5 4.5h11m-9 0 .7 9h5.6l.7-9M6 4.5v-2h4v2');
export const UserIcon = drawn('M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.6-2.5 2.5-3.5 5-3.5s4.4 1 5 3.5');
