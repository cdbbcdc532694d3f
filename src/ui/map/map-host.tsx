/** Mounts the map and ties it to clock and session. The day goes to the map directly, without React in between. */
import { useEffect, useRef, useState } from 'react'
import { changeOn, type DayChange } from '../../chronicle/day-changes.ts'
import type { MapView, MapViewOptions, PointerReport } from '../../map/map-contract.ts'
import { useApp, useView } from '../context.tsx'
import { DATA } from '../data/load.ts'
import { ASK_PANEL } from '../panels/registry.ts'
import { answerTo } from './answer.ts'
import { insetsOf } from './insets.ts'
import { factionLooks, shownFactions, shownPosts } from './looks.ts'
import { PointCard } from './point-card.tsx'
import { PointMark } from './point-mark.tsx'

const mapModule = import('../../map/map-view.ts')

export interface MapHostProps {
  onReady(map: MapView): void
  onTrouble(error: unknown): void
  onFileFailed(): void
}

export function MapHost({ onReady, onTrouble, onFileFailed }: MapHostProps) {
  const app = useApp()
  const { words, atlas, factions, conflict, positions, changes, events, map, theme } = app
  const view = useView()
  const container = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<PointerReport | null>(null)
  const [lost, setLost] = useState(false)
  const first = useRef({ app, view, onReady, onTrouble, onFileFailed })

  useEffect(() => {
    const { app, view, onReady, onTrouble, onFileFailed } = first.current
    const { session, words, theme } = app
    let ended = false
    let made: MapView | null = null
    const leave: (() => void)[] = []
    const host = container.current!
    const options: MapViewOptions = {
      container: host,
      data: DATA,
      atlas,
      factions: factionLooks(atlas.factions, factions, conflict.start),
      positions,
      colours: new Map(factions.map(({ id, colour }) => [id, colour])),
      bbox: conflict.bbox,
      camera: view.camera,
      insets: insetsOf(host),
      language: words.language,
      theme,
      day: session.clock.getSnapshot().day,
      visible: shownFactions(factions, view.hidden),
      layers: new Set(view.layers),
      label: words.say('map.label'),
    }
    mapModule
      .then(({ createMapView }) => createMapView(options))
      .then((map) => {
        if (ended) return map.destroy()
        made = map
        let shown = session.clock.getSnapshot().day
        const onDay = () => {
          const { day } = session.clock.getSnapshot()
          if (day === shown) return
          map.setDay(day)
          const change = day > shown ? changeOn(changes, day) : null
          if (change) map.painter.pulse(gained(change))
          shown = day
        }
        onDay()
        leave.push(
          session.clock.subscribe(onDay),
          map.on('hover', setHover),
          map.on('lost', setLost),
          map.on('failed', onFileFailed),
          map.on('moved', (camera) => session.drift({ camera })),
          map.on('click', (report) => session.change(answerTo(report, ASK_PANEL ?? session.getView().panel))),
          session.onReturn(() => {
            const { camera } = session.getView()
            if (camera) map.goTo(camera)
            else map.showAll()
          }),
        )
        const resize = new ResizeObserver(() => map.setInsets(insetsOf(host)))
        resize.observe(host)
        leave.push(() => resize.disconnect())
        onReady(map)
      })
      .catch(onTrouble)
    return () => {
      ended = true
      for (const end of leave) end()
      made?.destroy()
    }
  }, [atlas, factions, positions, conflict, changes])

  useEffect(
    () =>
      map?.setVisible(
        shownFactions(factions, view.hidden),
        new Set(view.layers),
        shownPosts(factions, view.hidden, view.hiddenPosts),
        new Set(view.kinds),
      ),
    [map, factions, view.hidden, view.layers, view.hiddenPosts, view.kinds],
  )
  useEffect(() => map?.setLanguage(words.language, words.say('map.label')), [map, words])
  useEffect(() => map?.setTheme(theme), [map, theme])
  useEffect(() => map?.setEvents(events ?? []), [map, events])

  return (
    <>
      <div ref={container} className="map" />
      {hover && (hover.face >= 0 || hover.position || hover.event) && <PointCard report={hover} />}
      {map && (view.at || view.place) && <PointMark map={map} />}
      {lost && (
        <div className="map-lost" role="alert">
          {words.say('trouble.lost')}
        </div>
      )}
    </>
  )
}

function gained(change: DayChange): number[] {
  return change.gains.flatMap(({ faces }) => faces)
}
