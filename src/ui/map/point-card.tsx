/** Who holds the ground under the pointer, in what state, since when; near which place. */
import { type Face, STATE } from '../../chronicle/atlas.ts'
import { nameOn } from '../../chronicle/conflict.ts'
import { heldSince, periodAt } from '../../chronicle/history.ts'
import type { PointerReport } from '../../map/map-contract.ts'
import { useDayAt } from '../compare/use-comparison.ts'
import { useApp, useFactionAt } from '../context.tsx'
import { Chip } from '../legend/chip.tsx'
import { nearestPlace } from './nearest-place.ts'

export interface PointCardProps {
  report: PointerReport
}

/** Widest card, CSS pixels; it turns to the other side of the pointer before it would leave the page. */
const WIDTH = 260
const HEIGHT = 110

export function PointCard({ report }: PointCardProps) {
  const { words, atlas, evidence, factions } = useApp()
  const day = useDayAt(report.x)
  const face = atlas.faces[report.face]
  const style = {
    left: report.x + 16 + WIDTH > window.innerWidth ? Math.max(8, report.x - 16 - WIDTH) : report.x + 16,
    top: report.y + 16 + HEIGHT > window.innerHeight ? report.y - 16 - HEIGHT : report.y + 16,
    maxWidth: WIDTH,
  }
  const near = evidence && nearestPlace(evidence, report.lon, report.lat)
  const { position, event } = report
  const positionFaction = position && factions.find(({ id }) => id === position.faction)
  return (
    <div className="point-card" style={style}>
      {position && positionFaction && (
        <p className="point-position">
          <strong>{words.text(position.name)}</strong>
          <br />
          {nameOn(positionFaction, day, words.language, 'posts')} · {words.say(`position.${position.status}`)}
          {' · '}
          {words.say('point.since', { date: words.date(position.start) })}
        </p>
      )}
      {event && (
        <p className="point-position">
          <strong>{words.text(event.title)}</strong>
          <br />
          {words.dateRange(event.start, event.end)}
        </p>
      )}
      {face ? <Ground face={face} day={day} /> : !position && !event && <p>{words.say('point.outside')}</p>}
      {near && <p className="point-near">{words.say('point.near', { place: words.text(near.name) })}</p>}
    </div>
  )
}

function Ground({ face, day }: { face: Face; day: number }) {
  const { words, atlas } = useApp()
  const factionAt = useFactionAt()
  const segment = periodAt(face.history, day)
  const holder = factionAt(segment.holder)
  const other = segment.other >= 0 ? factionAt(segment.other) : undefined
  if (!holder) return null
  const since = heldSince(face.history, day)
  const name = (faction: typeof holder) => nameOn(faction, day, words.language, 'genitive')
  return (
    <>
      <p className="point-holder">
        <Chip colour={holder.colour} texture={holder.texture} />
        <strong>{nameOn(holder, day, words.language)}</strong>
      </p>
      <p className="point-state">
        {segment.state === STATE.held &&
          (since <= atlas.start
            ? words.say('point.before')
            : words.say('point.since', { date: words.date(since) }))}
        {segment.state === STATE.contested &&
          (other ? words.say('point.contested-with', { other: name(other) }) : words.say('point.contested'))}
        {segment.state === STATE.passing &&
          (other ? words.say('point.passing-with', { other: name(other) }) : words.say('point.passing'))}
      </p>
    </>
  )
}
