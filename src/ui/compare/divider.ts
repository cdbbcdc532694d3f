/** Where the divider of a comparison stands, in CSS pixels from the left edge of the map. */

/** The part of the map that no legend covers: what the divider moves across. */
export interface FreeWidth {
  left: number
  right: number
  rtl: boolean
}

/** Room, CSS pixels, that the handle keeps from both ends, so that it can always be grasped. */
const EDGE = 22

/** @param split per cent of the free width, from the start edge */
export function dividerAt(split: number, free: FreeWidth): number {
  const [left, right] = within(free)
  const share = split / 100
  return left + (free.rtl ? 1 - share : share) * (right - left)
}

/** @returns per cent of the free width, whole, kept inside 0–100 */
export function splitAt(x: number, free: FreeWidth): number {
  const [left, right] = within(free)
  if (right <= left) return 50
  const share = Math.min(1, Math.max(0, (x - left) / (right - left)))
  return Math.round((free.rtl ? 1 - share : share) * 100)
}

/** @returns true where the map shows the older of the two days: on the start side */
export function isOlderSide(x: number, divider: number, rtl: boolean): boolean {
  return x < divider !== rtl
}

function within({ left, right }: FreeWidth): [number, number] {
  return right - left > 2 * EDGE ? [left + EDGE, right - EDGE] : [left, right]
}

const STEP = 2
const PAGE = 10

/** @returns the split that a key leads to, or `null` for keys that do not move the divider */
export function splitByKey(key: string, split: number, rtl: boolean): number | null {
  const ahead = rtl ? -1 : 1
  const steps: Record<string, number> = {
    ArrowRight: STEP * ahead,
    ArrowLeft: -STEP * ahead,
    ArrowUp: STEP,
    ArrowDown: -STEP,
    PageUp: PAGE,
    PageDown: -PAGE,
    Home: -100,
    End: 100,
  }
  if (steps[key] === undefined) return null
  return Math.min(100, Math.max(0, split + steps[key]))
}
