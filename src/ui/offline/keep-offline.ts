/**
 * Keeps the map for readers without a network: registers the worker that does it (vite/offline-worker.js), once nothing
 * else is wanted, and tells when it holds a newer build than the page is of. That is offered, never forced.
 */
import { OFFLINE_FILE, otherBuild } from '../data/build-version.ts'

/** A page that stays open asks for a newer build when somebody comes back to it after this long, milliseconds. */
const ASK_AGAIN_MS = 3_600_000

/** How long the reader waits for the worker of the newer build to take over, milliseconds; the page loads again anyway. */
const TAKE_OVER_MS = 2000

let newer: string | null = null
/** What the reader does not want now; a still newer one is offered again. */
let declined: string | null = null
let registration: ServiceWorkerRegistration | null = null
const listeners = new Set<() => void>()

function set(build: string | null) {
  newer = build
  for (const listener of listeners) listener()
}

export const offlineState = {
  /** the newer build that waits, `null` without one */
  newer: () => newer,
  decline() {
    declined = newer
    set(null)
  },
  /** Loads the page again, of the newer build. */
  async take() {
    const { waiting } = registration ?? {}
    if (waiting) {
      const { port1, port2 } = new MessageChannel()
      const answered = new Promise((resolve) => {
        port1.onmessage = resolve
        setTimeout(resolve, TAKE_OVER_MS)
      })
      waiting.postMessage('take over', [port2])
      await answered
    }
    location.reload()
  },
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

interface Connection {
  connection?: { saveData?: boolean }
}

/** Nothing is kept of a map in a frame of another page, where data are to be saved, or while developing. */
export async function keepOffline(embedded: boolean): Promise<void> {
  const saving = (navigator as Connection).connection?.saveData
  if (!import.meta.env.PROD || embedded || saving || !('serviceWorker' in navigator)) return
  // Not on every host: a page in a frame without an origin, a browser that keeps nothing.
  registration = await navigator.serviceWorker
    .register(new URL(OFFLINE_FILE, document.baseURI), { updateViaCache: 'none' })
    .catch(() => null)
  if (!registration) return
  const kept = registration
  const tell = async () => {
    // The first build that is kept is that of this page; and one that waits may be that of a page that was loaded since.
    if (!kept.waiting || !navigator.serviceWorker.controller) return
    const build = await otherBuild()
    if (build !== declined) set(build)
  }
  void tell()
  kept.addEventListener('updatefound', () => kept.installing?.addEventListener('statechange', tell))
  let asked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < ASK_AGAIN_MS) return
    asked = Date.now()
    kept.update().catch(() => {})
  })
}
