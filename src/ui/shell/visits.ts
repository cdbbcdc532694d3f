/** Whether somebody has used the map on this device before: one word in the browser's store, and nothing about them. */

/** Under which it is kept; the page that arrives looks there too. */
export const BEGUN_KEY = 'front-map.begun'

/** @returns true as well where nothing can be remembered: whoever comes every day is not greeted every day */
export function hasBegun(): boolean {
  try {
    return localStorage.getItem(BEGUN_KEY) !== null
  } catch {
    return true
  }
}

export function rememberBegun(): void {
  try {
    localStorage.setItem(BEGUN_KEY, '1')
  } catch {
    // Without a store nobody is greeted at all.
  }
}
