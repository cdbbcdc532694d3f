/**
 * The session: one view (what is hidden, which panel, where the map looks), one clock, and the address bar that
 * always tells both. Free of React and of the map; components only read it and call it.
 */
import type { Clock } from '../clock/index.ts'
import {
  addressOf,
  createLinkHistory,
  formatLink,
  type LinkContext,
  type LinkHistory,
  type LinkNotice,
  type LinkState,
  parseLink,
} from '../link/index.ts'

/** What of a link the clock knows. */
type ClockFields = 'day' | 'speed' | 'range' | 'loop' | 'quiet' | 'changes'

/** All of a link but what the clock knows. */
export type View = Omit<LinkState, ClockFields>

export interface Session {
  readonly clock: Clock
  readonly context: LinkContext
  getView(): View
  subscribe(listener: () => void): () => void
  /** What the link could not be taken at its word for. */
  readonly notices: readonly LinkNotice[]
  /** A deliberate step, that the back button undoes. */
  change(patch: Partial<View>): void
  /** Something that nobody goes back from. */
  replace(patch: Partial<View>): void
  /** While the reader drags the day or an end of the range, the whole drag is one step. */
  holdDay(): void
  releaseDay(): void
  /** @returns address of exactly this view, or of one that differs in some parts */
  address(but?: Partial<View>): string
  /** Calls back when the view came from the address bar (back, forward), not from the interface. */
  onReturn(listener: () => void): () => void
  dispose(): void
}

export interface SessionOptions {
  context: LinkContext
  /** link that the page was opened with */
  search: string
  createClock(state: LinkState): Clock
  history?: (onReturn: (search: string) => void) => LinkHistory
}

export function createSession({
  context,
  search,
  createClock,
  history = createLinkHistory,
}: SessionOptions): Session {
  const opened = parseLink(search, context)
  let { unknown } = opened
  let view: View = viewOf(opened.state)
  const clock = createClock(opened.state)
  let held = false
  let returning = false
  const listeners = new Set<() => void>()
  const returnListeners = new Set<() => void>()

  function link(but: Partial<View> = {}): string {
    const { day, speed, range, loop, skipQuiet, counting: changes } = clock.getSnapshot()
    const quiet = skipQuiet ? 'skip' : 'play'
    return formatLink({ ...view, ...but, day, speed, range, loop, quiet, changes }, context, unknown)
  }

  const bar = history((text) => {
    const parsed = parseLink(text, context)
    unknown = parsed.unknown
    view = viewOf(parsed.state)
    // Whoever listens to the clock may throw; the address bar must follow it again all the same.
    returning = true
    try {
      setClock(clock, parsed.state)
    } finally {
      returning = false
    }
    for (const listener of [...listeners, ...returnListeners]) listener()
  })

  function set(patch: Partial<View>): boolean {
    const keys = Object.keys(patch) as (keyof View)[]
    if (keys.every((key) => Object.is(view[key], patch[key]))) return false
    view = { ...view, ...patch }
    for (const listener of [...listeners]) listener()
    return true
  }

  let before = clock.getSnapshot()
  const leaveClock = clock.subscribe(() => {
    const now = clock.getSnapshot()
    const [was, is] = [before, now]
    before = now
    if (returning) return
    if (was.day !== is.day) {
      if (held || is.playing || was.playing) bar.gesture(link())
      else bar.push(link())
    } else if (was.range !== is.range) {
      if (held) bar.gesture(link())
      else bar.push(link())
    } else if (was.counting !== is.counting) {
      bar.push(link())
    } else if (was.speed !== is.speed || was.loop !== is.loop || was.skipQuiet !== is.skipQuiet) {
      bar.replace(link())
    }
    if (was.playing && !is.playing && !held) bar.endGesture()
  })

  return {
    clock,
    context,
    notices: opened.notices,
    getView: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change(patch) {
      if (set(patch)) bar.push(link())
    },
    replace(patch) {
      if (set(patch)) bar.replace(link())
    },
    holdDay() {
      held = true
    },
    releaseDay() {
      held = false
      bar.endGesture()
    },
    address: (but) => addressOf(link(but)),
    onReturn(listener) {
      returnListeners.add(listener)
      return () => returnListeners.delete(listener)
    },
    dispose() {
      leaveClock()
      bar.dispose()
    },
  }
}

function viewOf(state: LinkState): View {
  const { day: _d, speed: _s, range: _r, loop: _l, quiet: _q, changes: _c, ...view } = state
  return view
}

function setClock(clock: Clock, { day, speed, range, loop, quiet, changes }: LinkState) {
  clock.setDay(day)
  clock.setSpeed(speed)
  clock.setRange(range)
  clock.setLoop(loop)
  clock.setSkipQuiet(quiet === 'skip')
  clock.setCounting(changes)
}
