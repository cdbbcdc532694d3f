/** Mounts the map and ties it to clock and session. The day goes to the map directly, without React in between. */
import { useEffect, useRef, useState } from 'react'
import { changeOn, type DayChange } from '../../chronicle/day-changes.ts'
import type { Insets, MapView, MapViewOptions, PointerReport } from '../../map/map-contract.ts'
import { useApp, useView } from '../context.tsx'
import { DATA } from '../data/load.ts'
import { factionLooks, shownFactions } from './looks.ts'
import { PointCard } from './point-card.tsx'

const mapModule = import('../../map/map-view.ts')

export interface MapHostProps {
  onReady(map: MapView): void
  onTrouble(error: unknown): void
  onFileFailed(): void
}

export function MapHost({ onReady, onTrouble, onFileFailed }: MapHostProps) {
  const app = useApp()
  const { session, words, atlas, factions, conflict, positions, changes, map, theme } = app
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
          map.on('click', ({ lon, lat }) =>
            session.change({ at: [lon, lat], place: null, panel: askPanel(session) }),
          ),
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
    () => map?.setVisible(shownFactions(factions, view.hidden), new Set(view.layers)),
    [map, factions, view.hidden, view.layers],
  )
  useEffect(() => map?.setLanguage(words.language, words.say('map.label')), [map, words])
  useEffect(() => map?.setTheme(theme), [map, theme])

  return (
    <>
      <div ref={container} className="map" />
      {hover && (hover.face >= 0 || hover.position) && <PointCard report={hover} />}
      {view.at && view.panel === null && map && (
        <Asked key={view.at.join()} at={view.at} map={map} onClose={() => session.change({ at: null })} />
      )}
      {lost && (
        <div className="map-lost" role="alert">
          {words.say('trouble.lost')}
        </div>
      )}
    </>
  )
}

/** The card of a point that was clicked or tapped; it stays with its place while the map moves. */
function Asked({ at, map, onClose }: { at: readonly [number, number]; map: MapView; onClose(): void }) {
  const [, redraw] = useState(0)
  useEffect(() => map.on('move', () => redraw((count) => count + 1)), [map])
  const { x, y } = map.screenOf(at[0], at[1])
  return (
    <PointCard
      report={{
        lon: at[0],
        lat: at[1],
        x,
        y,
        face: map.faces.faceAt(at[0], at[1]),
        position: map.positionAt(x, y),
      }}
      onClose={onClose}
    />
  )
}

function gained(change: DayChange): number[] {
  return change.gains.flatMap(({ faces }) => faces)
}

/** The panel that answers "why", once there is one; until then the card alone answers. */
function askPanel(session: ReturnType<typeof useApp>['session']) {
  return session.getView().panel
}

/** Room that head, legend and dock take, by their real size. */
function insetsOf(host: HTMLElement): Insets {
  const box = host.getBoundingClientRect()
  const size = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
  const [side, bottom, head] = [size('.side'), size('.sheet') ?? size('.dock'), size('.head')]
  const narrow = box.width < 900
  const edge = narrow ? 12 : 24
  const insets = { top: narrow ? edge : 44, bottom: edge, left: edge, right: edge }
  if (bottom) insets.bottom += box.bottom - bottom.top + (narrow ? 40 : 14)
  if (narrow && head) insets.top += head.bottom - box.top
  else if (side) {
    if (side.left - box.left < box.right - side.right) insets.left += side.right - box.left
    else insets.right += box.right - side.left
  }
  return insets
}
