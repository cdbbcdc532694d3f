/**
 * Icons of the interface, 20 × 20, drawn in the colour of the text around them. The page of a day has them too, which is
 * made at build, where no tool says how JSX is meant.
 * @jsxRuntime automatic
 */
import type { ReactNode } from 'react'

const PATHS = {
  play: <path d="M6 3.8v12.4l10-6.2z" fill="currentColor" stroke="none" />,
  pause: <path d="M6.5 4v12M13.5 4v12" strokeWidth="3" />,
  next: <path d="M5 4.5l6 5.5-6 5.5M14.5 4.5v11" />,
  previous: <path d="M15 4.5L9 10l6 5.5M5.5 4.5v11" />,
  first: <path d="M16.5 5l-5 5 5 5M10.5 5l-5 5 5 5M3 4.5v11" />,
  last: <path d="M3.5 5l5 5-5 5M9.5 5l5 5-5 5M17 4.5v11" />,
  backwards: <path d="M14 3.8v12.4L4 10z" fill="currentColor" stroke="none" />,
  playback: (
    <>
      <path d="M3 6h6.5M14 6h3M3 14h3M10.5 14H17" />
      <circle cx="11.8" cy="6" r="2.1" />
      <circle cx="8.2" cy="14" r="2.1" />
    </>
  ),
  loop: (
    <path d="M3.5 9.5V9A3.2 3.2 0 0 1 6.7 5.8h9M13 3l2.9 2.8L13 8.6M16.5 10.5v.5a3.2 3.2 0 0 1-3.2 3.2h-9M7 17l-2.9-2.8L7 11.4" />
  ),
  eye: (
    <>
      <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" />
      <circle cx="10" cy="10" r="2.3" />
    </>
  ),
  hidden: (
    <>
      <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" opacity=".45" />
      <path d="M4 16L16 4" />
    </>
  ),
  share: (
    <path d="M8.2 11.8l3.6-3.6M9 6.2l2-2a3.2 3.2 0 0 1 4.6 4.6l-2 2M11 13.8l-2 2a3.2 3.2 0 0 1-4.6-4.6l2-2" />
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  minus: <path d="M4 10h12" />,
  whole: <path d="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4" />,
  close: <path d="M5 5l10 10M15 5L5 15" />,
  keys: (
    <>
      <rect x="2.5" y="5" width="15" height="10" rx="1.6" />
      <path d="M5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6 12h8" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M10 9.2v4.6M10 6.2v.01" />
    </>
  ),
  calendar: (
    <>
      <rect x="3" y="4.5" width="14" height="12.5" rx="1.6" />
      <path d="M3 8.5h14M7 2.8v3M13 2.8v3" />
    </>
  ),
  sun: (
    <>
      <circle cx="10" cy="10" r="3.4" />
      <path d="M10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M15.5 4.5l-1.1 1.1M5.6 14.4l-1.1 1.1" />
    </>
  ),
  moon: <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />,
  legend: <path d="M3 5h3v3H3zM3 12h3v3H3zM9 6.5h8M9 13.5h8" />,
  ahead: <path d="M7.5 5l5 5-5 5" />,
  back: <path d="M12.5 5l-5 5 5 5" />,
  arrow: <path d="M3 10h13M11.5 5.5L16 10l-4.5 4.5" />,
  changes: <path d="M3 6.5h11M11 3.5l3 3-3 3M17 13.5H6M9 10.5l-3 3 3 3" />,
  compare: (
    <>
      <path d="M10 2.5v15" />
      <path d="M7.5 5H3.5v10h4M12.5 5h4v10h-4" />
    </>
  ),
  swap: <path d="M3 7.5h12M12 4.5l3 3-3 3M17 12.5H5M8 9.5l-3 3 3 3" />,
  numbers: <path d="M2.5 16.5h15M4 13l4-4.5 3 2.5 5-6.5" />,
  download: <path d="M10 3v9M6.5 8.8L10 12.3l3.5-3.5M4 16.5h12" />,
  picture: (
    <>
      <rect x="3" y="4" width="14" height="12" rx="1.6" />
      <path d="M3 13.5l4-4 3.5 3.5 2.5-2.5 4 3.5" />
      <circle cx="12.6" cy="7.4" r="1.1" />
    </>
  ),
  search: <path d="M12.6 12.6L17 17M8.6 3a5.6 5.6 0 1 0 .01 0" />,
  menu: <path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />,
  pin: (
    <>
      <path d="M10 17.5s5.5-5 5.5-9.3a5.5 5.5 0 0 0-11 0c0 4.3 5.5 9.3 5.5 9.3z" />
      <circle cx="10" cy="8.2" r="1.7" />
    </>
  ),
  flag: <path d="M5 17.5v-14h9.5l-2.2 3.4 2.2 3.4H5" />,
  events: (
    <>
      <circle cx="4.5" cy="5" r="1.4" />
      <circle cx="4.5" cy="10" r="1.4" />
      <circle cx="4.5" cy="15" r="1.4" />
      <path d="M8.5 5h8.5M8.5 10h8.5M8.5 15h8.5" />
    </>
  ),
  stories: (
    <path d="M10 5.5C8 4 5.5 3.7 2.5 4v11.5c3-.3 5.5 0 7.5 1.5 2-1.5 4.5-1.8 7.5-1.5V4c-3-.3-5.5 0-7.5 1.5zM10 5.5V17" />
  ),
  method: <path d="M4 16.5l5-6V3.5M11 3.5v7l5 6zM7.5 3.5h5M4 16.5h12M6.5 13.5h7" />,
  map: <path d="M2.5 5.5l5-2 5 2 5-2v11l-5 2-5-2-5 2zM7.5 3.5v11M12.5 5.5v11" />,
  feather: <path d="M4 16.5L13 7.5M6.5 14H11l5-5c1.5-1.5 1.6-3.6.3-5s-3.5-1.2-5 .3l-5 5v4.700z" />,
  language: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M2.8 10h14.4M10 2.8c2.4 2.2 3.4 4.6 3.4 7.2s-1 5-3.4 7.2M10 2.8C7.6 5 6.6 7.4 6.6 10s1 5 3.4 7.2" />
    </>
  ),
  chevron: <path d="M5 12.5l5-5 5 5" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof PATHS

export function Icon({
  name,
  flip,
}: {
  name: IconName /** turn round in right-to-left layouts */
  flip?: boolean
}) {
  return (
    <svg className={flip ? 'icon icon-flip' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      {PATHS[name]}
    </svg>
  )
}
