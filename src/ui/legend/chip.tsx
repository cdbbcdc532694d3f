/** The sample of a faction's ground as the map shows it: its colour on paper, its texture. */

import type { Texture } from '../../chronicle/conflict.ts'
import { darker, over, textureTone } from '../../map/colour.ts'
import { FILL_OPACITY, PALETTES } from '../../map/palette.ts'
import { useApp } from '../context.tsx'

/** Places of the dots in the sample. */
const DOTS = [4, 8.7, 13.3, 18].flatMap((x, i) => (i % 2 ? [6, 10] : [4, 8, 12]).map((y) => [x, y]))

export function Chip({ colour, texture, hollow }: { colour: string; texture: Texture; hollow?: boolean }) {
  const { paper } = PALETTES[useApp().theme]
  const fill = hollow ? paper : over(colour, paper, FILL_OPACITY)
  const stroke = textureTone(fill, paper)
  return (
    <svg className="chip" viewBox="0 0 22 16" aria-hidden="true">
      <rect
        x=".5"
        y=".5"
        width="21"
        height="15"
        rx="2.5"
        fill={fill}
        stroke={darker(colour, 0.2)}
        strokeOpacity=".7"
      />
      {!hollow && texture === 'lines' && (
        <path d="M1 4.5h20M1 8h20M1 11.5h20" stroke={stroke} strokeWidth="1.2" fill="none" />
      )}
      {!hollow && texture === 'dots' && (
        <g fill={stroke}>
          {DOTS.map(([x, y]) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r="1.1" />
          ))}
        </g>
      )}
    </svg>
  )
}

/** The sample of ground between two holders. */
export function HatchChip({
  kind,
  first,
  second,
}: {
  kind: 'contested' | 'passing'
  first: string
  second: string
}) {
  const { paper } = PALETTES[useApp().theme]
  const a = over(first, paper, FILL_OPACITY)
  const b = over(second, paper, FILL_OPACITY)
  const strokes =
    kind === 'contested'
      ? 'M-10 16L6 0M2 16L18 0M14 16L30 0'
      : 'M-14 0L2 16M-8 0L8 16M-2 0L14 16M4 0L20 16M10 0L26 16M16 0L32 16'
  return (
    <svg className="chip" viewBox="0 0 22 16" aria-hidden="true">
      <clipPath id={`chip-${kind}`}>
        <rect x=".5" y=".5" width="21" height="15" rx="2.5" />
      </clipPath>
      <g clipPath={`url(#chip-${kind})`}>
        <rect width="22" height="16" fill={a} />
        <path d={strokes} stroke={b} strokeWidth={kind === 'contested' ? 4.24 : 2.12} />
      </g>
      <rect x=".5" y=".5" width="21" height="15" rx="2.5" fill="none" stroke="#7a7265" strokeOpacity=".6" />
    </svg>
  )
}
