/** The place where panels appear. */
import { useLayoutEffect, useRef, useState } from 'react'
import type { Panel } from '../../link/index.ts'
import { useApp, useView } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'
import { type LatePart, late, OnItsWay } from '../shell/part.tsx'
import { useNarrow } from '../shell/use-page.ts'
import type { PanelProps } from './contract.ts'
import { ASK_PANEL, PANEL_ENTRIES, PANEL_KEYS } from './registry.ts'
import './panel.css'
import { firstHeight, type SheetHeight } from './sheet-heights.ts'

const SheetGrip = late(() => import('./sheet-grip.tsx'))

const CONTENTS = new Map<string, LatePart<PanelProps>>(
  PANEL_ENTRIES.map(({ id, load }) => [id, late(load, <OnItsWay />)]),
)

/** @returns id of the panel that is open, or `null` */
export function useShownPanel(): Panel | null {
  const { panel, at, place, story } = useView('panel', 'at', 'place', 'story')
  // A point or a place in the link is a question, whether or not the link names the panel that answers it.
  return panel ?? (at || place ? ASK_PANEL : story ? 'stories' : null)
}

export function PanelSlot() {
  const { session, words, layout } = useApp()
  const shown = useShownPanel()
  const narrow = useNarrow()
  const [sheet, setSheet] = useState<{ of: string; height: SheetHeight } | null>(null)
  const entry = PANEL_ENTRIES.find(({ id }) => id === shown)
  const Content = entry && CONTENTS.get(entry.id)
  const box = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)

  // In the same turn in which the panel comes or goes: in between, the focus would be nowhere.
  useLayoutEffect(() => {
    if (!entry) return
    cameFrom.current = document.activeElement
    box.current?.focus()
    return () => {
      // The focus was in the panel and has nowhere to be now: back to where it came from, else to the map.
      if (document.activeElement && document.activeElement !== document.body) return
      const back = cameFrom.current
      const origin = back instanceof HTMLElement && back !== document.body && back.isConnected ? back : null
      ;(origin ?? document.querySelector<HTMLElement>('.map [role=application]'))?.focus()
    }
  }, [entry])

  // The search lies over the map for a moment; the map need not make room for it.
  const covers = entry !== undefined && entry.id !== 'search'
  useLayoutEffect(() => {
    layout.part('panel')(covers ? box.current : null)
    return () => layout.part('panel')(null)
  }, [layout, covers])

  if (!entry || !Content) return null
  const close = () => {
    // As Escape does: a point left asked about would only open the panel that answers it.
    session.change({ panel: null, at: null, place: null, story: null })
  }
  // The search has its place at the top, above the keyboard of the phone.
  const isSheet = narrow && covers
  const height = sheet?.of === entry.id ? sheet.height : firstHeight(entry.id)
  return (
    <aside
      ref={box}
      className="panel"
      data-panel={entry.id}
      data-height={isSheet ? height : undefined}
      tabIndex={-1}
      aria-label={words.say(entry.title)}
    >
      {isSheet && (
        <SheetGrip
          panel={box}
          height={height}
          setHeight={(height) => setSheet({ of: entry.id, height })}
          close={close}
        />
      )}
      <header className="panel-head">
        <h2>{words.say(entry.title)}</h2>
        <button type="button" className="button-plain" onClick={close} aria-label={words.say('close')}>
          <Icon name="close" />
        </button>
      </header>
      <div className="panel-body">
        <Content key={entry.id} close={close} keys={PANEL_KEYS} />
      </div>
    </aside>
  )
}
