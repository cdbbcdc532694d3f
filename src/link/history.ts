/**
 * The address bar over time. The link always tells what is shown, but only deliberate steps become entries that
 * the back button returns from: a whole drag, or a whole stretch of play, is one step, however many days it passes.
 */

/** The part of a browser that this needs. */
export interface AddressBar {
  /** link of the current address */
  read(): string
  push(search: string): void
  replace(search: string): void
  /** @returns a function that ends the subscription */
  onReturn(callback: () => void): () => void
  /** Calls back when the page is left, for good or to be come back to. @returns a function that ends the subscription */
  onLeave(callback: () => void): () => void
}

export interface Timer {
  /** milliseconds */
  now(): number
  set(callback: () => void, ms: number): unknown
  clear(handle: unknown): void
}

/** Shortest time between two writes of the same entry. */
const INTERVAL_MS = 400
/** Safari throws at more than a hundred writes in thirty seconds; beyond this many, writes wait and share an entry. */
const WRITES = 90
const WRITES_MS = 30_000

export interface LinkHistory {
  /** A deliberate step: gets an entry of its own, unless the link stays the same. */
  push(search: string): void
  /** Part of a gesture (a drag, play): the first one makes an entry, the others rewrite it, until {@link endGesture}. */
  gesture(search: string): void
  /** The gesture is over; writes what is still to be written. */
  endGesture(): void
  /** Something that nobody goes back from, such as a map panned: rewrites the current entry, a while later when it was written just now. */
  replace(search: string): void
  /** Writes what is still to be written and stops listening. */
  dispose(): void
}

/**
 * @param onReturn called with the link when the reader goes back or forward
 */
export function createLinkHistory(
  onReturn: (search: string) => void,
  bar: AddressBar = browserBar(),
  timer: Timer = browserTimer,
): LinkHistory {
  let inGesture = false
  let current = bar.read()
  let pending: string | null = null
  let handle: unknown = null
  /** times of the writes within the last {@link WRITES_MS}, ascending */
  let writes: number[] = []

  function stopTimer() {
    if (handle !== null) timer.clear(handle)
    handle = null
  }

  /** Rewrites the entry after a while, with whatever is to be written then. */
  function later(search: string, ms: number) {
    pending = search
    handle ??= timer.set(flush, ms)
  }

  /** How long to wait until a write is allowed, in milliseconds. */
  function wait(): number {
    const now = timer.now()
    writes = writes.filter((time) => now - time < WRITES_MS)
    return writes.length < WRITES ? 0 : writes[0] + WRITES_MS - now
  }

  function write(how: 'push' | 'replace', search: string) {
    stopTimer()
    pending = null
    if (search === current) return
    const ms = wait()
    if (ms > 0) return later(search, ms)
    writes.push(timer.now())
    try {
      bar[how](search)
      current = search
    } catch {
      later(search, INTERVAL_MS * 5)
    }
  }

  function flush() {
    handle = null
    if (pending !== null) write('replace', pending)
  }

  function replace(search: string) {
    const ms = Math.max(wait(), (writes.at(-1) ?? Number.NEGATIVE_INFINITY) + INTERVAL_MS - timer.now())
    if (ms > 0) later(search, ms)
    else write('replace', search)
  }

  function push(search: string) {
    // What was waiting belongs to the entry before.
    stopTimer()
    flush()
    if (search !== current) write('push', search)
  }

  function finish() {
    stopTimer()
    flush()
  }

  // Whoever comes back finds the day of then, not of half a second before.
  const notLeaving = bar.onLeave(finish)
  const leave = bar.onReturn(() => {
    stopTimer()
    pending = null
    inGesture = false
    current = bar.read()
    onReturn(current)
  })

  return {
    push(search) {
      inGesture = false
      push(search)
    },
    gesture(search) {
      if (inGesture) return replace(search)
      if (search === current) return
      inGesture = true
      push(search)
    },
    endGesture() {
      inGesture = false
      finish()
    },
    replace,
    dispose() {
      finish()
      stopTimer()
      notLeaving()
      leave()
    },
  }
}

const browserTimer: Timer = {
  now: () => performance.now(),
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
}

/** Path of the map's own address, which the page names (`base`) before anything moves it on. */
const rootPath = () => new URL('.', document.baseURI).pathname

/** @returns link of the present address: path below the map's own, and query */
export function linkHere(): string {
  return pathHere() + location.search
}

function pathHere(): string {
  const [root, { pathname }] = [rootPath(), location]
  return pathname.startsWith(root) ? pathname.slice(root.length).replace(/(^|\/)index\.html$/, '$1') : ''
}

/** @returns the whole address of a link, without a fragment. A query alone belongs to the first page, whatever that is called. */
export function addressOf(link: string): string {
  const path = link.startsWith('?') && pathHere() === '' ? location.pathname : rootPath()
  return new URL(path + link, location.href).href
}

/** The real address bar. Keeps the fragment. */
function browserBar(): AddressBar {
  const url = (link: string) => addressOf(link) + location.hash
  return {
    read: linkHere,
    push: (link) => history.pushState(null, '', url(link)),
    replace: (link) => history.replaceState(history.state, '', url(link)),
    onReturn(callback) {
      addEventListener('popstate', callback)
      return () => removeEventListener('popstate', callback)
    },
    onLeave(callback) {
      addEventListener('pagehide', callback)
      return () => removeEventListener('pagehide', callback)
    },
  }
}
