import type { FreeWidth } from './divider.ts'

/** @returns the part of a map's width that the legend leaves free, CSS pixels from the map's left edge */
export function freeWidth(stage: Element, rtl: boolean): FreeWidth {
  const box = stage.getBoundingClientRect()
  const side = document.querySelector('.side')?.getBoundingClientRect()
  return {
    left: side && !rtl ? side.right - box.left : 0,
    right: side && rtl ? side.left - box.left : box.width,
    rtl,
  }
}
