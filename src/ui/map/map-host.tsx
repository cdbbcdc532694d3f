/** Mounts the map and ties it to clock and session. The day goes to the map directly, without React in between. */
import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../chronicle/day.ts'
import { changeOn, type DayChange } from '../../chronicle/day-changes.ts'
import type { MapView, PointerReport } from '../../map/map-contract.ts'
import { useApp, useView } from '../context.tsx'
import { firstTouch } from '../first-picture/first-touch.ts'
import {
  endPicture,
  handOver,
  movePicture,
  pictureInsets,
  pictureStands,
} from '../first-picture/take-over.ts'
import { ASK_PANEL } from '../panels/registry.ts'
import { late, Part } from '../shell/part.tsx'
import { answerTo } from './answer.ts'
import { openMapView } from './choose-map.ts'
import { PointMark } from './point-mark.tsx'
import { mapOptions, useMapBindings } from './use-map-bindings.ts'
import './map-host.css'

/** Nobody points at a map that is not there. */
const loadPointCard = () => import('./point-card.tsx')
const PointCard = late(loadPointCard)

/** Readers who only look have the picture that the page arrived with, and the map so long after it, milliseconds. */
const LOOKING_MS = 10_000

export interface MapHostProps {
  onReady(map: MapView): void
  onTrouble(error: unknown): void
  onFileFailed(): void
}

export function MapHost({ onReady, onTrouble, onFileFailed }: MapHostProps) {
  const app = useApp()
  const { words, session, layout, factions, conflict, positions, map } = app
  const { at, place } = useView('at', 'place')
  const container = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<PointerReport | null>(null)
  const [lost, setLost] = useState(false)
  const latest = useRef({ app, onReady, onTrouble, onFileFailed })
  latest.current = { app, onReady, onTrouble, onFileFailed }

  // biome-ignore lint/correctness/useExhaustiveDependencies: other data need another map; the rest it follows
  useEffect(() => {
    const { app, onReady, onTrouble, onFileFailed } = latest.current
    const { session, layout } = app
    const host = container.current!
    let ended = false
    let made: MapView | null = null
    const leave: (() => void)[] = []
    layout.part('map')(host)
    const open = async () => {
      // Until then it would look just like the picture of the page, and keep the device from answering.
      if (pictureStands()) {
        const leave = layout.subscribe(() => movePicture(layout.insets()))
        await firstTouch(LOOKING_MS)
        leave()
      }
      if (ended) return
      const options = mapOptions(latest.current.app, latest.current.app, {
        container: host,
        camera: session.getView().camera,
        // The map begins where the picture of the page lies.
        insets: pictureInsets() ?? layout.insets(),
        day: session.clock.getSnapshot().day,
        label: app.words.say('map.label', { title: app.words.text(app.conflict.title) }),
      })
      follow(await openMapView(options), options.day)
    }
    const follow = (map: MapView, day: Day) => {
      if (ended) return map.destroy()
      made = map
      loadPointCard().catch(() => {})
      let shown = day
      const onDay = () => {
        const { day } = session.clock.getSnapshot()
        if (day === shown) return
        map.setDay(day)
        const change = day > shown ? changeOn(latest.current.app.changes, day) : null
        if (change) map.painter.pulse(gained(change))
        shown = day
      }
      onDay()
      leave.push(
        session.clock.subscribe(onDay),
        layout.subscribe(() => map.setInsets(layout.insets())),
        map.on('hover', setHover),
        map.on('lost', setLost),
        map.on('failed', onFileFailed),
        map.on('move', endPicture),
        map.on('moved', (camera) => session.replace({ camera })),
        map.on('click', (report) => session.change(answerTo(report, ASK_PANEL ?? session.getView().panel))),
        // In a frame is no room for the form.
        conflict.proposals && !session.getView().embed
          ? map.on('press', ({ lon, lat, face }) => {
              if (face >= 0) session.change({ at: [lon, lat], place: null, panel: 'propose' })
            })
          : () => {},
        session.onReturn(() => {
          const { camera } = session.getView()
          if (camera) map.goTo(camera)
          else map.showAll()
        }),
      )
      map.setInsets(layout.insets())
      handOver()
      onReady(map)
    }
    open().catch(onTrouble)
    return () => {
      ended = true
      for (const end of leave) end()
      made?.destroy()
      layout.part('map')(null)
    }
  }, [factions, positions, conflict, layout])

  useMapBindings(map, words.say('map.label', { title: words.text(conflict.title) }), app)

  return (
    <>
      <div ref={container} className="map" />
      {hover && (hover.face >= 0 || hover.position || hover.event) && <PointCard report={hover} />}
      {map && (at || place) && (
        <Part>
          <PointMark map={map} />
        </Part>
      )}
      {lost && (
        <div className="map-lost" role="alert">
          <p>{words.say('trouble.lost')}</p>
          <a className="button-plain" href={session.address({ light: 'on' })}>
            {words.say('light.go-on')}
          </a>
        </div>
      )}
    </>
  )
}

function gained(change: DayChange): number[] {
  return change.gains.flatMap(({ faces }) => faces)
}
