/** How much each faction holds on the day of one atlas and on the day of the other. */
import { useMemo } from 'react'
import { areasOn } from '../../../chronicle/areas.ts'
import { nameOn } from '../../../chronicle/conflict.ts'
import type { Day } from '../../../chronicle/day.ts'
import { areasOfBoth, type Holding } from '../../compare/areas-of-both.ts'
import type { Shown } from '../../compare/use-comparison.ts'
import { useApp } from '../../context.tsx'
import { loaderOfAtlas } from '../../data/load.ts'
import { useLoaded } from '../../data/use-loaded.ts'
import { areaText } from '../../legend/area-text.ts'
import { Chip } from '../../legend/chip.tsx'
import { NotHere } from '../not-here.tsx'

export function BothAtlases({ older, newer, clockIsOlder, of }: Shown & { of: string }) {
  const { words, atlas, factions, conflict } = useApp()
  const loaded = useLoaded(loaderOfAtlas(of))
  const other = loaded.state === 'ready' ? loaded.value : null
  const sides = useMemo(() => {
    if (!other) return null
    const [here, there] = clockIsOlder ? [older, newer] : [newer, older]
    const both = [
      { title: conflict.title, day: here, factions, ids: atlas.factions, bands: areasOn(atlas, here) },
      {
        title: other.conflict.title,
        day: there,
        factions: other.factions,
        ids: other.atlas.factions,
        bands: areasOn(other.atlas, there),
      },
    ]
    return clockIsOlder ? both : both.reverse()
  }, [other, atlas, factions, conflict, older, newer, clockIsOlder])
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  if (!sides) return null
  return (
    <>
      <p>{words.say('compare.two-atlases')}</p>
      <table className="balances beside">
        <thead>
          <tr>
            {sides.map(({ title, day }) => (
              <th key={day} scope="col">
                {words.date(day)}
                <br />
                {words.text(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areasOfBoth(sides[0], sides[1]).map((row) => (
            <tr key={row.id}>
              <Cell holding={row.older} day={sides[0].day} />
              <Cell holding={row.newer} day={sides[1].day} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Cell({ holding, day }: { holding: Holding | null; day: Day }) {
  const { words } = useApp()
  if (!holding) return <td>–</td>
  const { faction, band } = holding
  return (
    <td>
      <Chip colour={faction.colour} texture={faction.texture} />
      <strong>{nameOn(faction, day, words.language, 'short')}</strong>
      <br />
      {areaText(band, words)}
    </td>
  )
}
