/** Where things stand on the page, wide and narrow. */
import { useCallback, useEffect, useState } from 'react'
import { saysAView } from '../link/index.ts'
import type { MapView } from '../map/map-contract.ts'
import { useComparing } from './compare/compare-button.tsx'
import { CompareStage, CompareStrip } from './compare/compare-slot.tsx'
import { useApp, useClock, useView } from './context.tsx'
import { Dock } from './dock/dock.tsx'
import { Head } from './head/head.tsx'
import { Legend } from './legend/legend.tsx'
import { LegendSheet } from './legend/legend-sheet.tsx'
import { MapHost } from './map/map-host.tsx'
import { OPENED_WITH } from './open-session.ts'
import { PanelSlot, useShownPanel } from './panels/panel-slot.tsx'
import { PreviewStage } from './propose/preview-slot.tsx'
import { useFirstAct } from './shell/first-act.ts'
import { FirstVisit } from './shell/first-visit.tsx'
import { Icon } from './shell/icons.tsx'
import { Credits, MapButtons } from './shell/map-buttons.tsx'
import { Notices } from './shell/notices.tsx'
import { late, Part } from './shell/part.tsx'
import { PlayFirst, usePlayStretch } from './shell/play-first.tsx'
import { Toolbar } from './shell/toolbar.tsx'
import { useKeys } from './shell/use-keys.ts'
import { useNarrow } from './shell/use-page.ts'
import { hasBegun, rememberBegun } from './shell/visits.ts'
import './layout.css'

export interface LayoutProps {
  shared: boolean
  fileFailed: boolean
  said: string
  onReady(map: MapView): void
  onTrouble(error: unknown): void
  onFileFailed(): void
}

const EmbedLayout = late(() => import('./embed/embed-layout.tsx'))

/** All that the link asks for, or the little that a frame has room for. */
export function Layout(props: LayoutProps) {
  const { embed } = useView('embed')
  return embed ? <EmbedLayout {...props} /> : <WholeLayout {...props} />
}

function WholeLayout({ shared, fileFailed, said, onReady, onTrouble, onFileFailed }: LayoutProps) {
  const { words, atlas, settled, layout } = useApp()
  const { day, playing } = useClock('day', 'playing')
  const shown = useShownPanel()
  const comparing = useComparing()
  // Who compares, reads or asks has begun already, and the button would lie over it.
  const busy = comparing || shown !== null
  const narrow = useNarrow()
  const playStretch = usePlayStretch()
  const [greeted, setGreeted] = useState(() => saysAView(`?${OPENED_WITH}`) || hasBegun())
  const acted = useFirstAct('.first-visit')
  const greets = !greeted && !acted
  const onGreeted = useCallback(() => setGreeted(true), [])
  useEffect(() => {
    if (acted && !greeted) rememberBegun()
  }, [acted, greeted])
  const greet = greets && <FirstVisit onPlay={playStretch} onClose={onGreeted} />
  const [legendOpen, setLegendOpen] = useState(true)
  useKeys()
  return (
    <div ref={layout.part('page')} className="page">
      <MapHost onReady={onReady} onTrouble={onTrouble} onFileFailed={onFileFailed} />
      <CompareStage />
      <PreviewStage />
      {narrow ? (
        <div className="top">
          <Part>
            <Head />
          </Part>
          <Part>
            <Notices shared={shared} fileFailed={fileFailed} said={said} />
          </Part>
          <Part>
            <MapButtons />
          </Part>
        </div>
      ) : (
        <section
          ref={layout.part('side')}
          className={legendOpen ? 'side' : 'side is-closed'}
          aria-label={words.say('legend.title')}
        >
          <Part>
            <Head />
          </Part>
          <button
            type="button"
            className="side-toggle"
            aria-expanded={legendOpen}
            onClick={() => setLegendOpen(!legendOpen)}
            aria-label={words.say('legend.title')}
            title={words.say(legendOpen ? 'legend.close' : 'legend.open')}
          >
            <Icon name="chevron" />
          </button>
          {legendOpen && settled && (
            <Part>
              <Legend />
            </Part>
          )}
        </section>
      )}
      {settled && (
        <Part>
          <Toolbar />
        </Part>
      )}
      {!narrow && settled && (
        <>
          <Part>
            <Notices shared={shared} fileFailed={fileFailed} said={said} />
          </Part>
          <Part>
            <MapButtons />
          </Part>
        </>
      )}
      <div className="bottom">
        {settled && day === atlas.start && !playing && !busy && !greets && <PlayFirst onPlay={playStretch} />}
        {!narrow && greet}
        <Part>
          <Credits />
        </Part>
        {narrow && (
          <Part>
            {/* What greets, and then a panel, takes the place of the legend; the time stays at hand. */}
            {greet ? greet : shown === null || shown === 'search' ? <LegendSheet /> : null}
            <PanelSlot />
          </Part>
        )}
        <CompareStrip />
        <Part>
          <Dock />
        </Part>
      </div>
      {!narrow && (
        <Part>
          <PanelSlot />
        </Part>
      )}
    </div>
  )
}
