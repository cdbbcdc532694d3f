/** The coloured part of the chart: drawn again when its series or its size changes, not with the day. */
import { curveStepAfter } from '@visx/curve'
import { Area, AreaStack, LinePath } from '@visx/shape'
import { memo } from 'react'
import { darker, over } from '../../../map/colour.ts'
import { FILL_OPACITY, PALETTES } from '../../../map/palette.ts'
import { useApp, useFactionAt } from '../../context.tsx'
import { placeOf, type TrackScale } from '../../dock/track-scale.ts'
import { type ChartPoint, factionOf, footOf, keyOf } from './chart-shape.ts'

export interface ChartPictureProps {
  points: ChartPoint[]
  factions: readonly number[]
  scale: TrackScale
  /** CSS pixels */
  height: number
  /** value at the top edge */
  top: number
  /** one faction as a band instead of all of them stacked */
  single: boolean
  /** the faction whose band is laid over the stack */
  marked: number | null
}

export const ChartPicture = memo(
  ({ points, factions, scale, height, top, single, marked }: ChartPictureProps) => {
    const { theme } = useApp()
    const factionAt = useFactionAt()
    const { paper } = PALETTES[theme]
    const x = (point: ChartPoint) => placeOf(point.at, scale)
    const y = (value: number) => height - (value / top) * height
    const colour = (faction: number) => factionAt(faction)?.colour ?? '#888888'
    const ground = (faction: number) => over(colour(faction), paper, FILL_OPACITY)
    if (single && factions.length > 0) {
      const key = keyOf(factions[0])
      return (
        <g className="chart-single">
          <Area
            data={points}
            x={x}
            y0={(point) => y(point.low[key])}
            y1={(point) => y(point.high[key])}
            curve={curveStepAfter}
            fill={ground(factions[0])}
            fillOpacity={0.75}
          />
          <Area
            data={points}
            x={x}
            y0={height}
            y1={(point) => y(point.low[key])}
            curve={curveStepAfter}
            fill={ground(factions[0])}
            fillOpacity={0.3}
          />
          <LinePath
            data={points}
            x={x}
            y={(point) => y(point.best[key])}
            curve={curveStepAfter}
            stroke={theme === 'dark' ? colour(factions[0]) : darker(colour(factions[0]), 0.3)}
            strokeWidth={2}
          />
        </g>
      )
    }
    return (
      <g className="chart-stack">
        <AreaStack<ChartPoint, string>
          data={points}
          keys={factions.map(keyOf)}
          value={(point, key) => point.best[key]}
          x={({ data }) => x(data)}
          y0={([from]) => y(from)}
          y1={([, to]) => y(to)}
          curve={curveStepAfter}
        >
          {({ stacks, path }) =>
            stacks.map((stack) => (
              <path
                key={stack.key}
                d={path(stack) ?? ''}
                fill={ground(factionOf(stack.key))}
                className="chart-part"
                data-faction={factionAt(factionOf(stack.key))?.id}
              />
            ))
          }
        </AreaStack>
        {marked !== null && factions.includes(marked) && (
          <Area
            className="chart-band"
            data={points}
            x={x}
            y0={(point) => y(footOf(point, factions, marked) + point.low[keyOf(marked)])}
            y1={(point) => y(Math.min(top, footOf(point, factions, marked) + point.high[keyOf(marked)]))}
            curve={curveStepAfter}
          />
        )}
      </g>
    )
  },
)
