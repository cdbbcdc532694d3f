/** The page: loads the data of the atlas, then sets out map, head, legend, dock and panels. */
import {
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Day } from '../chronicle/day.ts'
import type { EventRecord } from '../chronicle/events.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import type { Headline } from '../chronicle/headlines.ts'
import type { MapView } from '../map/map-contract.ts'
import { AppContext, type App as AppValue } from './context.tsx'
import { isOutdated } from './data/build-version.ts'
import { LoadError } from './data/fetch-json.ts'
import { loadEvents, loadEvidence, loadExactPositions, loadHeadlines } from './data/load.ts'
import { firstTouch } from './first-picture/first-touch.ts'
import { endPicture, pictureStands, standOverPicture } from './first-picture/take-over.ts'
import { followSaved, type Told } from './follow-saved.ts'
import { Layout } from './layout.tsx'
import { keepOffline } from './offline/keep-offline.ts'
import { languageOf, type Opening, openPage } from './opening.ts'
import { createPageLayout } from './page-layout.ts'
import type { Session } from './session.ts'
import { Guard } from './shell/part.tsx'
import { Trouble, type TroubleReason } from './shell/trouble.tsx'
import { usePageAttributes, usePauseOnLeaving, useTheme } from './shell/use-page.ts'
import { useWordsOf } from './words/use-words.ts'
import type { Words } from './words/words.ts'

type Loading =
  | { state: 'loading' }
  | { state: 'ready'; opening: Opening }
  | { state: 'failed'; error: unknown }

/** How long the rest of the page leaves the way to the map, milliseconds. */
const PATIENCE_MS = 500
/** Readers who only look have the rest so long after the map, milliseconds. */
const LONGEST_WAIT_MS = 6000
/** How long a confirmation stays, milliseconds. */
const SAID_MS = 4000

const arriving = openPage().catch(async (error) => {
  // What is wrong with a file may be that it is newer than this page, which somebody kept.
  throw (await isOutdated()) ? new LoadError('', 'outdated', { cause: error }) : error
})
// What fails is shown once the page stands; until then it is nobody's unhandled error.
arriving.catch(() => {})

export function Root() {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })
  useEffect(() => {
    arriving.then(
      // In slices: the reader may be at the picture that the page arrived with.
      (opening) => startTransition(() => setLoading({ state: 'ready', opening })),
      (error) => setLoading({ state: 'failed', error }),
    )
  }, [])
  if (loading.state === 'loading') return <div className="waiting" aria-busy="true" />
  if (loading.state === 'failed') return <Trouble {...troubleOf(loading.error)} />
  return (
    <Guard fallback={(error) => <Trouble {...troubleOf(error)} />}>
      <App opening={loading.opening} />
    </Guard>
  )
}

function App({ opening }: { opening: Opening }) {
  const { session, shared } = opening
  const [{ data, changes, series }, setTold] = useState<Told>(opening)
  const { data: address, conflict, factions, governorates, atlas, positions } = data
  const view = useSyncExternalStore(session.subscribe, session.getView)
  const [layout] = useState(createPageLayout)
  const [map, setMap] = useState<MapView | null>(null)
  const [drawn, setDrawn] = useState(false)
  const [patient, setPatient] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => {
      startTransition(() => {
        setPatient(false)
        // The page arrived with the first picture of the map, and nothing else is being drawn.
        if (pictureStands()) setDrawn(true)
      })
    }, PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  const [evidence, setEvidence] = useState<EvidenceFile | null>(null)
  const [events, setEvents] = useState<readonly EventRecord[] | null>(null)
  const [headlines, setHeadlines] = useState<ReadonlyMap<Day, Headline> | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [fileFailed, setFileFailed] = useState(false)
  const [said, setSaid] = useState('')
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined)
  const announce = useCallback((text: string) => {
    clearTimeout(silence.current)
    setSaid(text)
    silence.current = setTimeout(() => setSaid(''), SAID_MS)
  }, [])
  const onMissing = useCallback(
    (kept: Words) => {
      announce(kept.say('trouble.panel'))
      session.replace({ lang: kept.language })
    },
    [announce, session],
  )
  const words = useWordsOf(languageOf(view.lang), opening.words, onMissing)
  const theme = useTheme(view.theme)
  usePageAttributes(words, words.text(conflict.title), theme)
  usePauseOnLeaving(session.clock)
  // Behind all parts of the page: theirs listen already.
  useEffect(standOverPicture, [])
  usePictureOf(session)

  const onReady = useCallback(
    (ready: MapView) => {
      // After the frame in which the map is painted first: all that waits for the map is rendered then.
      requestAnimationFrame(() => startTransition(() => setMap(ready)))
      // For tests and for people who like to look inside: the page tells when it stands, and where places are on it.
      Object.assign(window, {
        frontMap: {
          project: ([lon, lat]: [number, number]) => ready.screenOf(lon, lat),
          drawn: () => ready.drawn(),
        },
      })
      ready.drawn().then(() => {
        endPicture()
        document.documentElement.dataset.ready = '1'
        performance.mark('map-at-rest')
        // Soon wanted, but nothing of the first picture waits for it: events; and at the reader's first touch names of
        // places, sources of posts, and the search, since whoever presses the slash types on at once.
        loadEvents().then(setEvents, () => {})
        loadHeadlines().then(setHeadlines, () => {})
        startTransition(() => setDrawn(true))
        firstTouch(LONGEST_WAIT_MS).then(() => {
          loadEvidence().then(
            (arrived) => setEvidence((newer) => newer ?? arrived),
            () => {},
          )
          loadExactPositions().catch(() => {})
          keepOffline(session.getView().embed !== null)
          import('./search/search-panel.tsx').catch(() => {})
        })
      })
    },
    [session],
  )

  const value: AppValue = useMemo(
    () => ({
      data: address,
      conflict,
      factions,
      governorates,
      atlas,
      positions,
      changes,
      series,
      session,
      layout,
      words,
      theme,
      map,
      settled: map !== null || !patient,
      drawn,
      evidence,
      events,
      headlines,
      announce,
    }),
    [
      address,
      conflict,
      factions,
      governorates,
      atlas,
      positions,
      changes,
      series,
      session,
      layout,
      words,
      theme,
      map,
      drawn,
      patient,
      evidence,
      events,
      headlines,
      announce,
    ],
  )
  const latest = useRef({ data, map })
  latest.current = { data, map }
  useEffect(() => {
    if (import.meta.hot)
      return followSaved(
        import.meta.hot,
        session,
        () => latest.current,
        (told, evidence) => {
          setTold(told)
          setEvidence(evidence)
        },
      )
  }, [session])

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

/** The picture that the page arrived with goes as soon as the reader wants to see anything else. */
function usePictureOf(session: Session) {
  useEffect(() => {
    const { day } = session.clock.getSnapshot()
    const { hidden, hiddenPosts, layers, kinds, camera, with: other } = session.getView()
    const leave = [
      session.clock.subscribe(() => session.clock.getSnapshot().day !== day && endPicture()),
      session.subscribe(() => {
        const now = session.getView()
        const same =
          now.hidden === hidden &&
          now.hiddenPosts === hiddenPosts &&
          now.layers === layers &&
          now.kinds === kinds &&
          now.camera === camera &&
          now.with === other
        if (!same) endPicture()
      }),
    ]
    return () => {
      for (const end of leave) end()
    }
  }, [session])
}

function troubleOf(error: unknown): { reason: TroubleReason; detail?: string } {
  if (error instanceof LoadError) return { reason: error.reason, detail: error.file }
  return { reason: 'unknown', detail: error instanceof Error ? error.message : String(error) }
}
