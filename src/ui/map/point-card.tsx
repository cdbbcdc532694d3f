/** Who holds the ground under the pointer, in what state, since when; near which place. */
import { useMemo } from 'react'
import { type Face, STATE } from '../../chronicle/atlas.ts'
import { nameOn } from '../../chronicle/conflict.ts'
import { indexFaces } from '../../chronicle/face-index.ts'
import { heldSince, periodAt } from '../../chronicle/history.ts'
import type { PointerReport } from '../../map/map-contract.ts'
import { useDayAt } from '../compare/use-comparison.ts'
import { type App, useApp } from '../context.tsx'
import { loaderOfAtlas } from '../data/load.ts'
import { useLoaded } from '../data/use-loaded.ts'
import { Chip } from '../legend/chip.tsx'
import { useShownPreview } from '../propose/preview-state.ts'
import { nearestPlace } from './nearest-place.ts'

interface PointCardProps {
  report: PointerReport
}

/** Widest card, CSS pixels; it turns to the other side of the pointer before it would leave the page or lie over a panel. */
const WIDTH = 260
const HEIGHT = 110

export default function PointCard({ report }: PointCardProps) {
  const { words, layout, atlas, evidence, factions } = useApp()
  const { day, of } = useDayAt(report.x)
  const proposed = useShownPreview()
  const face = atlas.faces[report.face]
  const { right, bottom } = roomFor(report, [layout.box('panel'), layout.box('dock')])
  const style = {
    left: report.x + 16 + WIDTH > right ? Math.max(8, report.x - 16 - WIDTH) : report.x + 16,
    top: report.y + 16 + HEIGHT > bottom ? report.y - 16 - HEIGHT : report.y + 16,
    maxWidth: WIDTH,
  }
  const near = evidence && nearestPlace(evidence, report.lon, report.lat)
  // Marks of the own map are not on the half that shows another atlas.
  const { position, event } = of === null ? report : { position: null, event: null }
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
      {of !== null ? (
        <GroundOfOther atlas={of} report={report} day={day} />
      ) : proposed && proposed.view !== 'before' ? (
        <GroundIn atlas={proposed.preview.after} factions={factions} report={report} day={day} />
      ) : face ? (
        <Ground face={face} day={day} atlas={atlas} factions={factions} />
      ) : (
        !position && !event && <p>{words.say('point.outside')}</p>
      )}
      {near && <p className="point-near">{words.say('point.near', { place: words.text(near.name) })}</p>}
    </div>
  )
}

/** @returns how far right and down of a point nothing stands in the way, CSS pixels */
function roomFor({ x, y }: { x: number; y: number }, boxes: readonly (DOMRect | null)[]) {
  const room = { right: window.innerWidth, bottom: window.innerHeight }
  for (const box of boxes) {
    if (!box) continue
    if (box.left >= x && box.top < y + HEIGHT) room.right = Math.min(room.right, box.left)
    if (box.top >= y && box.left < x + WIDTH) room.bottom = Math.min(room.bottom, box.top)
  }
  return room
}

function GroundOfOther({ atlas: id, report, day }: PointCardProps & { atlas: string; day: number }) {
  const loaded = useLoaded(loaderOfAtlas(id))
  if (loaded.state !== 'ready') return null
  return <GroundIn {...loaded.value} report={report} day={day} />
}

type GroundInProps = PointCardProps & Pick<App, 'atlas' | 'factions'> & { day: number }

/** Of an atlas that is drawn over the one of the page. */
function GroundIn({ atlas, factions, report, day }: GroundInProps) {
  const { words } = useApp()
  const index = useMemo(() => indexFaces(atlas), [atlas])
  const face = atlas.faces[index.faceAt(report.lon, report.lat)]
  if (!face) return <p>{words.say('point.outside')}</p>
  return <Ground face={face} day={day} atlas={atlas} factions={factions} />
}

interface GroundProps extends Pick<App, 'atlas' | 'factions'> {
  face: Face
  day: number
}

function Ground({ face, day, atlas, factions }: GroundProps) {
  const { words } = useApp()
  const factionAt = (index: number) => factions.find(({ id }) => id === atlas.factions[index])
  const segment = periodAt(face.history, day)
  const holder = factionAt(segment.holder)
  const other = segment.other >= 0 ? factionAt(segment.other) : undefined
  if (!holder) return null
  if (holder.blank)
    return (
      <p className="point-holder">
        <strong>{nameOn(holder, day, words.language)}</strong>
      </p>
    )
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
