/**
 * Why a page shows the light map. The head of the page asks the same before anything is fetched (vite/preload.ts takes
 * the text of these functions), so they stand on nothing but their arguments.
 */

/** `asked`: by the link; `saving`: the reader saves data; `slow`: hardly any memory; `no-webgl`: nothing else can be drawn. */
export type LightReason = 'asked' | 'saving' | 'slow' | 'no-webgl'

/** What browsers may tell of device and connection; not all of them do. */
export interface DeviceHints {
  connection?: { saveData?: boolean }
  /** GB, rounded: 0.25, 0.5, 1 … 8 */
  deviceMemory?: number
}

/** @param search query of the page's address @returns what speaks for the light map before anything is drawn */
export function lightReason(search: string, device: DeviceHints): LightReason | null {
  const asked = new URLSearchParams(search).get('light')
  if (asked === '' || asked === 'on') return 'asked'
  if (asked === 'off') return null
  if (device.connection?.saveData) return 'saving'
  // Few cores alone say nothing: good phones and careful browsers tell of few.
  return device.deviceMemory !== undefined && device.deviceMemory <= 1 ? 'slow' : null
}

/** @returns whether the browser can draw the full map */
export function canDraw(page: Document): boolean {
  try {
    // The context goes with its canvas; ending it by hand would wait for the graphics card.
    return Object.assign(page.createElement('canvas'), { width: 1, height: 1 }).getContext('webgl2') !== null
  } catch {
    return false
  }
}
