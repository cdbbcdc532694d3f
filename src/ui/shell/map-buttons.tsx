/** Zoom, the whole country, scale and credits: what a map always carries. */
import { useEffect, useState } from 'react'
import { useApp } from '../context.tsx'
import { mapCreditText, scaleText } from './credit.ts'
import { Icon } from './icons.tsx'
import './map-buttons.css'
import { late } from './part.tsx'

const KeyInView = late(() => import('../legend/key-in-view.tsx'))

export function MapButtons() {
  const { map, words } = useApp()
  return (
    <section className="map-buttons" aria-label={words.say('map.view')}>
      <button
        type="button"
        onClick={() => map?.zoomBy(1)}
        aria-label={words.say('map.closer')}
        title={words.say('map.closer')}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        onClick={() => map?.zoomBy(-1)}
        aria-label={words.say('map.farther')}
        title={words.say('map.farther')}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        onClick={() => map?.showAll()}
        aria-label={words.say('map.whole')}
        title={words.say('map.whole')}
      >
        <Icon name="whole" />
      </button>
    </section>
  )
}

export function Credits() {
  const { map, drawn, words, session, conflict } = useApp()
  const [metres, setMetres] = useState(0)
  useEffect(() => {
    if (!map) return
    const read = () => setMetres(map.metresPerPixel())
    read()
    return map.on('move', read)
  }, [map])
  const bar = metres > 0 ? scaleText(metres, words) : null
  return (
    <footer className="credits">
      {drawn && <KeyInView />}
      {bar && (
        <span className="scale" style={{ width: bar.pixels }}>
          {bar.text}
        </span>
      )}
      <button type="button" className="credits-text" onClick={() => session.change({ panel: 'about' })}>
        {mapCreditText(conflict, words)}
      </button>
    </footer>
  )
}
