/** The sample of a faction's ground as the map shows it: its colour on paper, its texture. */
import { darker, over } from '../../map/colour.ts'
import type { Texture } from '../../map/painter.ts'
import { FILL_OPACITY, LIGHT } from '../../map/palette.ts'

export function Chip({ colour, texture, hollow }: { colour: string; texture: Texture; hollow?: boolean }) {
  const fill = hollow ? LIGHT.paper : over(colour, LIGHT.paper, FILL_OPACITY)
  const stroke = over(darker(colour, 0.25), fill, 0.5)
  return (
    <svg className="chip" viewBox="0 0 22 16" aria-hidden="true">
      <rect x=".5" y=".5" width="21" height="15" rx="2.5" fill={fill} stroke={darker(colour, 0.2)} strokeOpacity=".7" />
      {!hollow && texture === 'lines' && (
        <path d="M1 4.5h20M1 8h20M1 11.5h20" stroke={stroke} strokeWidth="1.2" fill="none" />
      )}
      {!hollow && texture === 'dots' && (
        <g fill={stroke}>
          {[4, 9, 14, 19].flatMap((x, i) => [4, 8, 12].map((y) => <circle key={`${x}-${y}`} cx={x - 0.5} cy={y + (i % 2 ? 0 : 0)} r="1.1" />))}
        </g>
      )}
    </svg>
  )
}

/** The sample of ground between two holders. */
export function HatchChip({ kind, first, second }: { kind: 'contested' | 'passing'; first: string; second: string }) {
  const a = over(first, LIGHT.paper, FILL_OPACITY)
  const b = over(second, LIGHT.paper, FILL_OPACITY)
  const strokes = kind === 'contested' ? 'M-4 16L12 0M4 16L20 0M12 16L28 0' : 'M-2 0L14 16M6 0L22 16M14 0L30 16'
  return (
    <svg className="chip" viewBox="0 0 22 16" aria-hidden="true">
      <clipPath id={`chip-${kind}`}>
        <rect x=".5" y=".5" width="21" height="15" rx="2.5" />
      </clipPath>
      <g clipPath={`url(#chip-${kind})`}>
        <rect width="22" height="16" fill={a} />
        <path
          d={strokes}
          stroke={b}
          strokeWidth={kind === 'contested' ? 4 : 2}
          strokeDasharray={kind === 'contested' ? undefined : '5 3'}
        />
      </g>
      <rect x=".5" y=".5" width="21" height="15" rx="2.5" fill="none" stroke="#7a7265" strokeOpacity=".6" />
    </svg>
  )
}
