/**
 * Whether a file that was fetched has the shape that the program goes by: a few look-ups for each record, so that
 * half a file or one of another version is refused where it arrives, and not by a crash far from there. What people
 * write is held to much more than that, by the compiler.
 */
import { parseDay } from './day.ts'

/** @returns where the value is not as it has to be, as a path into it (`''`: the value itself), or `null` */
export type Shape = (value: unknown) => string | null

const when =
  (test: (value: unknown) => boolean): Shape =>
  (value) =>
    test(value) ? null : ''

export const text = when((value) => typeof value === 'string')
export const number = when(Number.isFinite)
export const day = when((value) => typeof value === 'string' && parseDay(value) !== null)

export const nullOr =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? null : shape(value)

/** For fields that may be missing. */
export const maybe =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || value === null ? null : shape(value)

export const listOf =
  (shape: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return ''
    for (const [index, item] of value.entries()) {
      const fault = shape(item)
      if (fault !== null) return `[${index}]${fault}`
    }
    return null
  }

/** A list of a given length, such as a box. */
export const tuple =
  (...shapes: readonly Shape[]): Shape =>
  (value) => {
    if (!Array.isArray(value) || value.length < shapes.length) return ''
    for (const [index, shape] of shapes.entries()) {
      const fault = shape(value[index])
      if (fault !== null) return `[${index}]${fault}`
    }
    return null
  }

/** A record that has at least these fields. */
export const record = (fields: Readonly<Record<string, Shape>>): Shape => {
  const entries = Object.entries(fields)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return ''
    for (const [name, shape] of entries) {
      const fault = shape((value as Record<string, unknown>)[name])
      if (fault !== null) return `.${name}${fault}`
    }
    return null
  }
}

/** Language → text, see src/chronicle/text.ts. */
export const texts: Shape = (value) =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')
    ? null
    : ''

/**
 * @param what the value is called in the message
 * @throws TypeError that says where the value is of another shape
 */
export function assertShape(value: unknown, shape: Shape, what: string): void {
  const fault = shape(value)
  if (fault !== null) throw new TypeError(`${what}${fault} is missing or of another kind`)
}
