/** Where things stand in a text: lines for messages. Lines are counted from 1. */
import { indexAfter } from '../../chronicle/ascending.ts'

/** @returns a function that gives the line on which a character stands */
export function liner(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => indexAfter(starts, offset)
}

export interface Item {
  /** offsets of its first character and of the one after its last */
  from: number
  to: number
}

/** @returns where the items of a JSON text stand: those of the array itself, or of the features of a GeoJSON collection */
export function itemsOf(text: string): Item[] {
  const features = /"features"\s*:\s*\[/.exec(text)
  const begin = /^\s*\[/.test(text)
    ? text.indexOf('[')
    : features
      ? features.index + features[0].length - 1
      : -1
  if (begin < 0) return []
  const items: Item[] = []
  let depth = 0
  let from = -1
  for (let i = begin; i < text.length; i++) {
    const c = text[i]
    if (c === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++
      continue
    }
    if (c === '{' || c === '[') {
      depth++
      if (depth === 2) from = i
    } else if (c === '}' || c === ']') {
      depth--
      if (depth === 1) items.push({ from, to: i + 1 })
      if (depth === 0) break
    }
  }
  return items
}

/** @returns line of a property in an item of a text, of the item itself when it is not there */
export function lineOfProperty(text: string, item: Item, property: string | null): number {
  const inside = property === null ? -1 : text.slice(item.from, item.to).indexOf(`"${property}"`)
  return liner(text)(item.from + Math.max(0, inside))
}
