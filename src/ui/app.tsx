/** The page: loads the book, then sets out map, head, legend, dock and panels. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { areasOn } from '../chronicle/areas.ts'
import { dayChanges } from '../chronicle/day-changes.ts'
import type { EventRecord } from '../chronicle/events.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import type { MapView } from '../map/map-contract.ts'
import { MapTroubleError } from '../map/map-trouble.ts'
import { AppContext, type App as AppValue } from './context.tsx'
import type { Language } from './data/conflict.ts'
import { type Book, LoadError, loadBook, loadEvents, loadEvidence } from './data/load.ts'
import { Layout } from './layout.tsx'
import { openSession } from './open-session.ts'
import { Trouble, type TroubleReason } from './shell/trouble.tsx'
import { usePageAttributes, useTheme } from './shell/use-page.ts'
import { createWords } from './words/words.ts'

type Loading = { state: 'loading' } | { state: 'ready'; book: Book } | { state: 'failed'; error: unknown }

/** How long a confirmation stays, milliseconds. */
const SAID_MS = 4000

const arriving = loadBook()

export function Root() {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })
  useEffect(() => {
    arriving.then(
      (book) => setLoading({ state: 'ready', book }),
      (error) => setLoading({ state: 'failed', error }),
    )
  }, [])
  if (loading.state === 'loading') return <div className="waiting" aria-busy="true" />
  if (loading.state === 'failed') return <Trouble {...troubleOf(loading.error)} />
  return <App book={loading.book} />
}

function App({ book }: { book: Book }) {
  const { conflict, factions, governorates, atlas, positions } = book
  const changes = useMemo(() => dayChanges(atlas), [atlas])
  const { session, shared } = useMemo(() => openSession(book, changes), [book, changes])
  const view = useSyncExternalStore(session.subscribe, session.getView)
  const language = (view.lang ?? preferredLanguage(conflict.languages)) as Language
  const words = useMemo(() => createWords(language), [language])
  const theme = useTheme(view.theme)
  usePageAttributes(words, conflict.title[language], theme)
  const series = useMemo(() => {
    const days = [atlas.start, ...changes.map(({ day }) => day)]
    return { days, bands: days.map((day) => areasOn(atlas, day)) }
  }, [atlas, changes])
  const [map, setMap] = useState<MapView | null>(null)
  const [evidence, setEvidence] = useState<EvidenceFile | null>(null)
  const [events, setEvents] = useState<readonly EventRecord[] | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [fileFailed, setFileFailed] = useState(false)
  const [said, setSaid] = useState('')
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined)
  const announce = useCallback((text: string) => {
    clearTimeout(silence.current)
    setSaid(text)
    silence.current = setTimeout(() => setSaid(''), SAID_MS)
  }, [])

  const onReady = useCallback((ready: MapView) => {
    setMap(ready)
    // For tests and for people who like to look inside: the page tells when it stands, and where places are on it.
    Object.assign(window, {
      frontMap: { project: ([lon, lat]: [number, number]) => ready.screenOf(lon, lat) },
    })
    ready.drawn().then(() => {
      document.documentElement.dataset.ready = '1'
    })
    loadEvents().then(setEvents, () => {})
    // Names of places are worth having soon, but nothing of the first picture waits for them.
    setTimeout(() => loadEvidence().then(setEvidence, () => {}), 1200)
    // Whoever presses the slash types on at once.
    setTimeout(() => import('./search/search-panel.tsx').catch(() => {}), 1500)
  }, [])

  const value: AppValue = useMemo(
    () => ({
      conflict,
      factions,
      governorates,
      atlas,
      positions,
      changes,
      series,
      session,
      words,
      theme,
      map,
      evidence,
      events,
      announce,
    }),
    [
      conflict,
      factions,
      governorates,
      atlas,
      positions,
      changes,
      series,
      session,
      words,
      theme,
      map,
      evidence,
      events,
      announce,
    ],
  )
  if (trouble) return <Trouble {...troubleOf(trouble)} />
  return (
    <AppContext value={value}>
      <Layout
        shared={shared}
        fileFailed={fileFailed}
        said={said}
        onReady={onReady}
        onTrouble={setTrouble}
        onFileFailed={() => setFileFailed(true)}
      />
    </AppContext>
  )
}

function preferredLanguage(offered: readonly Language[]): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2))
  return (
    wanted.map((tag) => offered.find((language) => language === tag)).find((found) => found) ?? offered[0]
  )
}

function troubleOf(error: unknown): { reason: TroubleReason; detail?: string } {
  if (error instanceof MapTroubleError) return { reason: error.reason }
  if (error instanceof LoadError) return { reason: error.reason, detail: error.file }
  return { reason: 'unknown', detail: error instanceof Error ? error.message : String(error) }
}
