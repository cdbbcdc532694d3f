/** Marks in a group of an SVG: of what is shown anew, only what differs is touched. */
import type { Mark } from '../still/marks.ts'

/** @returns a function that makes the group show exactly these marks, in this order */
export function keepMarks(group: SVGElement): (marks: readonly Mark<unknown>[]) => void {
  const shown = new Map<string, Element>()
  return (marks) => {
    const wanted = new Set(marks.map(({ svg }) => svg))
    for (const [svg, element] of shown) {
      if (wanted.has(svg)) continue
      element.remove()
      shown.delete(svg)
    }
    let before: Element | null = null
    for (const svg of wanted) {
      let element = shown.get(svg)
      const place: Element | null = before ? before.nextElementSibling : group.firstElementChild
      if (!element) {
        group.insertAdjacentHTML('beforeend', svg)
        element = group.lastElementChild!
        shown.set(svg, element)
      }
      if (element !== place) group.insertBefore(element, place)
      before = element
    }
  }
}
