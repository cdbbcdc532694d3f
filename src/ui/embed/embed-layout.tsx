/** The map in a frame of somebody else's page: day, slider, legend, credit, and the way to the whole of it. */
import type { ComponentProps } from 'react'
import { CompareStage } from '../compare/compare-slot.tsx'
import { useApp, useClock } from '../context.tsx'
import { PlayButton } from '../dock/dock.tsx'
import { Track } from '../dock/track.tsx'
import { useDaySentence } from '../head/head.tsx'
import { Strip } from '../legend/legend-sheet.tsx'
import { MapHost } from '../map/map-host.tsx'
import { mapCreditText } from '../shell/credit.ts'
import { Icon } from '../shell/icons.tsx'
import '../shell/map-buttons.css'
import { Part } from '../shell/part.tsx'
import { useKeys } from '../shell/use-keys.ts'
import { useMessages } from './use-messages.ts'
import '../dock/dock.css'
import '../head/head.css'
import '../legend/legend-sheet.css'
import './embed.css'

export default function EmbedLayout({ onReady, onTrouble, onFileFailed }: ComponentProps<typeof MapHost>) {
  const { words, session, layout, conflict } = useApp()
  const { day } = useClock('day')
  const sentence = useDaySentence()
  useKeys()
  useMessages()
  // The day is in the address when it is followed, not when it was last rendered.
  const open = () => session.address({ embed: null })
  return (
    <div ref={layout.part('page')} className="page embed">
      <MapHost onReady={onReady} onTrouble={onTrouble} onFileFailed={onFileFailed} />
      <CompareStage />
      <header ref={layout.part('head')} className="head embed-head">
        <div>
          <p className="head-title">{words.text(conflict.title)}</p>
          <h1 className="head-date">{words.dateLong(day)}</h1>
          <p className="head-sentence">{sentence(day)}</p>
        </div>
        <a
          className="button-plain embed-open"
          href={open()}
          target="_blank"
          rel="noopener"
          aria-label={words.say('embed.open-title')}
          title={words.say('embed.open-title')}
          onClick={(event) => {
            event.currentTarget.href = open()
          }}
        >
          {words.say('embed.open')}
          <Icon name="next" flip />
        </a>
      </header>
      <div className="bottom">
        <footer className="credits">
          <span className="credits-text" title={mapCreditText(conflict, words)}>
            {mapCreditText(conflict, words)}
          </span>
        </footer>
        <section
          ref={layout.part('sheet')}
          className="sheet embed-legend"
          aria-label={words.say('legend.title')}
        >
          <Part>
            <Strip />
          </Part>
        </section>
        <Part>
          <section ref={layout.part('dock')} className="dock embed-dock" aria-label={words.say('dock.label')}>
            <PlayButton />
            <Track />
          </section>
        </Part>
      </div>
    </div>
  )
}
