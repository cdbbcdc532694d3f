import type { Insets } from '../../map/map-contract.ts'

/** Room that head, legend, dock and panel take at the edges of the map, by their real size. */
export function insetsOf(host: HTMLElement): Insets {
  const box = host.getBoundingClientRect()
  const size = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
  const [side, bottom, head] = [size('.side'), size('.sheet') ?? size('.dock'), size('.head')]
  const panel = size('.panel:not([data-panel=search])')
  const narrow = box.width < 900
  // A phone on its side: the head then stands beside the map, not above it.
  const flat = narrow && box.height < 480
  const edge = narrow ? 12 : 24
  const insets = { top: narrow && !flat ? edge : 44, bottom: edge, left: edge, right: edge }
  if (bottom) insets.bottom += box.bottom - bottom.top + (narrow && !flat ? 40 : 14)
  const beside = flat ? head : side
  if (narrow && !flat && head) insets.top += head.bottom - box.top
  else if (beside) {
    if (beside.left - box.left < box.right - beside.right) insets.left += beside.right - box.left
    else insets.right += box.right - beside.left
  }
  if (panel && narrow) insets.bottom = Math.max(insets.bottom, box.bottom - panel.top + edge)
  else if (panel) {
    if (panel.left - box.left > box.right - panel.right) insets.right += box.right - panel.left
    else insets.left += panel.right - box.left
  }
  return insets
}
