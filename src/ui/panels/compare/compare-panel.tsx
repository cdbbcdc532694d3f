/** What changed between the two days: gains and losses of each faction, and what passed from whom to whom. */
import { useMemo } from 'react'
import { balances, transfers } from '../../../chronicle/compare.ts'
import { nameOn } from '../../../chronicle/conflict.ts'
import { boxOfFaces } from '../../../chronicle/face-box.ts'
import { useToggleComparison } from '../../compare/compare-button.tsx'
import { type Shown, useComparison } from '../../compare/use-comparison.ts'
import { useApp, useFactionAt } from '../../context.tsx'
import { placesOf } from '../../head/day-sentence.ts'
import { areaText } from '../../legend/area-text.ts'
import { Chip } from '../../legend/chip.tsx'
import { about } from '../../words/words.ts'
import { BothAtlases } from './both-atlases.tsx'
import { OtherChoice } from './other-choice.tsx'
import './compare-panel.css'

/** Transfers of less than this are left to the map, km². */
const WORTH_NAMING_KM2 = 1
/** How many places a transfer names. */
const NAMED = 8

export default function ComparePanel() {
  const { words, map } = useApp()
  const comparison = useComparison()
  const begin = useToggleComparison()
  if (comparison)
    return (
      <div className="compare-panel">
        <OtherChoice of={comparison.of} />
        {comparison.of === null ? (
          <Changes {...comparison} />
        ) : (
          <BothAtlases {...comparison} of={comparison.of} />
        )}
      </div>
    )
  return (
    <>
      <p>{words.say('compare.empty')}</p>
      {map?.sideBySide === false && <p>{words.say('compare.light')}</p>}
      <OtherChoice of={null} />
      <button type="button" className="button-plain compare-begin" onClick={begin}>
        {words.say('compare.title')}
      </button>
    </>
  )
}

function Changes({ older, newer }: Shown) {
  const { words, atlas } = useApp()
  const factionAt = useFactionAt()
  const all = useMemo(() => balances(atlas, older, newer), [atlas, older, newer])
  const moved = useMemo(
    () => transfers(atlas, older, newer).filter(({ km2 }) => km2 >= WORTH_NAMING_KM2),
    [atlas, older, newer],
  )
  const rows = all
    .map((balance, index) => ({ ...balance, faction: factionAt(index) }))
    .filter(({ faction, gained, lost }) => !faction?.blank && gained.best + lost.best >= WORTH_NAMING_KM2)
    .sort((a, b) => b.gained.best - b.lost.best - (a.gained.best - a.lost.best))
  return (
    <>
      <p>{words.say('compare.between', { older: words.date(older), newer: words.date(newer) })}</p>
      {moved.length === 0 && <p>{words.say(older === newer ? 'compare.same' : 'compare.nothing')}</p>}
      {rows.length > 0 && (
        <table className="balances">
          <thead>
            <tr>
              <th scope="col">{words.say('numbers.faction')}</th>
              <th scope="col">{words.say('compare.gained')}</th>
              <th scope="col">{words.say('compare.lost')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ faction, gained, lost }) =>
              faction ? (
                <tr key={faction.id}>
                  <th scope="row">
                    <Chip colour={faction.colour} texture={faction.texture} />
                    <span>{nameOn(faction, newer, words.language, 'short')}</span>
                  </th>
                  <td>{gained.best > 0 ? areaText(gained, words) : '–'}</td>
                  <td>{lost.best > 0 ? areaText(lost, words) : '–'}</td>
                </tr>
              ) : null,
            )}
          </tbody>
        </table>
      )}
      {moved.length > 0 && (
        <>
          <h3>{words.say('compare.hands')}</h3>
          <ul className="transfers">
            {moved.map((transfer) => (
              <Passed key={`${transfer.from}-${transfer.to}`} {...transfer} older={older} newer={newer} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface PassedProps {
  from: number
  to: number
  km2: number
  faces: number[]
  older: number
  newer: number
}

function Passed({ from, to, km2, faces, older, newer }: PassedProps) {
  const { words, evidence, atlas, map } = useApp()
  const factionAt = useFactionAt()
  const [giver, taker] = [factionAt(from), factionAt(to)]
  const places = useMemo(() => placesOf(faces, evidence), [faces, evidence])
  if (!giver || !taker) return null
  const names = places.slice(0, NAMED).map(({ name }) => words.text(name))
  const line = words.say('compare.passed', {
    from: nameOn(giver, older, words.language, 'genitive'),
    to: nameOn(taker, newer, words.language, 'genitive'),
    km2: words.number(about(km2)),
  })
  function show() {
    const box = boxOfFaces(atlas, faces)
    if (box) map?.showBox(box)
  }
  return (
    <li>
      <button type="button" title={words.say('compare.show')} onClick={show}>
        {line}
      </button>
      {names.length > 0 && (
        <p>
          {words.say('compare.places', { places: words.list(names), more: places.length - names.length })}
        </p>
      )}
    </li>
  )
}
