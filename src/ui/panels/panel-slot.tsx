/** The place where panels appear. */
import { Component, lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react'
import { useApp, useView } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'
import { PANEL_ENTRIES, type PanelEntry } from './registry.ts'

const loaded = new Map<string, ReturnType<typeof lazy<Awaited<ReturnType<PanelEntry['load']>>['default']>>>()

function componentOf(entry: PanelEntry) {
  let component = loaded.get(entry.id)
  if (!component) {
    component = lazy(entry.load)
    loaded.set(entry.id, component)
  }
  return component
}

export function PanelSlot() {
  const { session, words } = useApp()
  const { panel } = useView()
  const entry = PANEL_ENTRIES.find(({ id }) => id === panel)
  const Content = useMemo(() => entry && componentOf(entry), [entry])
  const box = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)

  useEffect(() => {
    if (!entry) return
    cameFrom.current = document.activeElement
    box.current?.focus()
  }, [entry])

  if (!entry || !Content) return null
  const close = () => {
    session.change({ panel: null })
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
  }
  return (
    <aside ref={box} className="panel" tabIndex={-1} aria-label={words.say(entry.title)}>
      <header className="panel-head">
        <h2>{words.say(entry.title)}</h2>
        <button type="button" className="button-plain" onClick={close} aria-label={words.say('close')}>
          <Icon name="close" />
        </button>
      </header>
      <div className="panel-body">
        <Guard key={entry.id} fallback={<p role="alert">{words.say('trouble.panel')}</p>}>
          <Suspense fallback={<p>{words.say('loading')}</p>}>
            <Content close={close} />
          </Suspense>
        </Guard>
      </div>
    </aside>
  )
}

/** A panel that fails to load or to draw must not take the map with it. */
class Guard extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
