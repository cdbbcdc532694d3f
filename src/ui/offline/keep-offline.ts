/**
 * Keeps the map for readers without a network: registers the worker that does it (vite/offline-worker.js), once nothing
 * else is wanted, and tells when it holds a newer build than the page is of. That is offered, never forced.
 */
import { OFFLINE_FILE } from '../data/build-version.ts'

/** A page that stays open asks for a newer build when somebody comes back to it after this long, milliseconds. */
const ASK_AGAIN_MS = 3_600_000

let newer = false
const listeners = new Set<() => void>()

export const offlineState = {
  /** whether a newer build waits */
  newer: () => newer,
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
  const registration = await navigator.serviceWorker
    .register(new URL(OFFLINE_FILE, document.baseURI), { updateViaCache: 'none' })
    .catch(() => null)
  if (!registration) return
  const tell = () => {
    // The first build that is kept is that of this page.
    if (!registration.waiting || !navigator.serviceWorker.controller) return
    newer = true
    for (const listener of listeners) listener()
  }
  tell()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell)
  })
  let asked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < ASK_AGAIN_MS) return
    asked = Date.now()
    registration.update().catch(() => {})
  })
}
