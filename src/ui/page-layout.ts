/**
 * Where the parts of the page lie. Each part hands in its own element; whoever needs to know what is covered asks
 * here, so that nobody searches the page for somebody else's class names. Free of React.
 */
import type { Insets } from '../map/map-contract.ts'
import type { FreeWidth } from './compare/divider.ts'

/** `page`: all of it; `side`: the legend of a wide page; `sheet`: that of a narrow one, or what a first visitor is told in its place; `note`: what stands below the head of a narrow page; `strip`: the controls of a comparison; `panel`: what covers the map's end edge. */
export type PagePart = 'page' | 'map' | 'head' | 'note' | 'side' | 'sheet' | 'strip' | 'dock' | 'panel'

export interface PageLayout {
  /** A ref callback for the element of a part; the same function every time. */
  part(name: PagePart): (element: HTMLElement | null) => void
  /** @returns the box of a part in CSS pixels of the window, or `null` when it is not on the page */
  box(name: PagePart): DOMRect | null
  /** Room that head, legend, dock and panel take at the edges of the map, by their real size; CSS pixels. */
  insets(): Insets
  /** The part of the map's width that neither legend nor panel covers; the same object until a part comes, goes or changes its size. */
  free(rtl: boolean): FreeWidth
  /** Sets a custom property of the page, for style sheets; `null` takes it away. */
  setProperty(name: `--${string}`, value: string | null): void
  /** Calls back when a part comes, goes or changes its size. @returns a function that ends it */
  subscribe(listener: () => void): () => void
}

type Edges = Pick<DOMRect, 'top' | 'right' | 'bottom' | 'left'>

/**
 * Room that parts of the page take at the edges of the map; CSS pixels. The page itself holds a copy of this function
 * (src/ui/first-picture/day-html.ts writes its text there), so that its picture lies where the map will: it calls nothing else.
 * @param bottom what stands on the lower edge
 */
export function insetsOf({
  map,
  head,
  side,
  bottom,
  panel,
}: {
  map: Edges & Pick<DOMRect, 'width' | 'height'>
  head: Edges | null
  side: Edges | null
  bottom: Edges | null
  panel: Edges | null
}): Insets {
  // Narrower pages have the legend in a sheet at the bottom, as in the style sheets. A narrow page lower than 480 is a
  // phone on its side: the head then stands beside the map, not above it, unless it is as wide as a small frame.
  const narrow = map.width < 900
  const low = narrow && map.height < 480
  const flat = low && !(head && head.right - head.left > map.width / 2)
  const edge = map.height < 300 ? 4 : narrow ? 12 : 24
  const insets = { top: narrow && !flat ? edge : 44, bottom: edge, left: edge, right: edge }
  if (bottom) insets.bottom += map.bottom - bottom.top + (narrow && !low ? 40 : 14)
  const beside = flat ? head : side
  if (narrow && !flat && head) insets.top += head.bottom - map.top
  else if (beside) {
    if (beside.left - map.left < map.right - beside.right) insets.left += beside.right - map.left
    else insets.right += map.right - beside.left
  }
  // A sheet that is drawn up to the head leaves no map to show anything in.
  if (panel && narrow)
    insets.bottom = Math.max(insets.bottom, map.bottom - Math.max(panel.top, map.height * 0.4) + edge)
  else if (panel) {
    if (panel.left - map.left > map.right - panel.right) insets.right += map.right - panel.left
    else insets.left += panel.right - map.left
  }
  return insets
}

export function createPageLayout(): PageLayout {
  const elements = new Map<PagePart, HTMLElement>()
  const refs = new Map<PagePart, (element: HTMLElement | null) => void>()
  const listeners = new Set<() => void>()
  const freeWidths = new Map<boolean, FreeWidth>()
  const observer = new ResizeObserver(tell)

  function tell() {
    freeWidths.clear()
    for (const listener of [...listeners]) listener()
  }

  function put(name: PagePart, element: HTMLElement | null) {
    const before = elements.get(name)
    if (before === element) return
    if (before) observer.unobserve(before)
    if (element) {
      elements.set(name, element)
      // Reports at once, and so tells of a part that has come.
      observer.observe(element)
    } else if (elements.delete(name)) queueMicrotask(tell)
  }

  const box = (name: PagePart) => elements.get(name)?.getBoundingClientRect() ?? null

  return {
    part(name) {
      let ref = refs.get(name)
      if (!ref) {
        ref = (element) => put(name, element)
        refs.set(name, ref)
      }
      return ref
    },
    box,
    insets() {
      const map = box('map')
      if (!map) return { top: 0, bottom: 0, left: 0, right: 0 }
      const [top, note, side, bottom, panel] = [
        box('head'),
        box('note'),
        box('side'),
        box('sheet') ?? box('strip') ?? box('dock'),
        box('panel'),
      ]
      const head = top && {
        top: top.top,
        left: top.left,
        right: top.right,
        bottom: Math.max(top.bottom, note?.bottom ?? 0),
      }
      return insetsOf({ map, head, side, bottom, panel })
    },
    free(rtl) {
      let free = freeWidths.get(rtl)
      if (!free) {
        const map = box('map')
        const width = map?.width ?? 0
        // Where a panel covers the whole width it lies below, not beside.
        const panel = width < 900 ? null : box('panel')
        const [first, last] = rtl ? [panel, box('side')] : [box('side'), panel]
        free = {
          left: map && first ? first.right - map.left : 0,
          right: map && last ? last.left - map.left : width,
          rtl,
        }
        freeWidths.set(rtl, free)
      }
      return free
    },
    setProperty(name, value) {
      const style = elements.get('page')?.style
      if (value === null) style?.removeProperty(name)
      else style?.setProperty(name, value)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
