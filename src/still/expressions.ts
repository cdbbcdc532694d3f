/**
 * The expressions that the style of our map uses, evaluated: a dozen of MapLibre's operators, so that no page needs
 * its whole style library to draw a picture. A test holds every layer of the style, on every kind of feature and at
 * every zoom, to what that library makes of it.
 */

/** What expressions may ask of a feature. */
export interface Evaluated {
  type: 'Point' | 'LineString' | 'Polygon'
  properties: Record<string, unknown>
}

/** Text in parts, as `format` makes it. */
export interface Formatted {
  sections: { text: string; scale: number | null; fontStack: string | null }[]
}

export type Evaluate = (zoom: number, feature?: Evaluated) => unknown

type Operator = (args: readonly unknown[], compiled: readonly Evaluate[]) => Evaluate

const same = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : null)

const OPERATORS: Record<string, Operator> = {
  literal:
    ([value]) =>
    () =>
      value,
  zoom: () => (zoom) => zoom,
  get:
    ([name]) =>
    (_, feature) =>
      feature?.properties[String(name)] ?? null,
  has:
    ([name]) =>
    (_, feature) =>
      feature !== undefined && String(name) in feature.properties,
  '!':
    (_, [of]) =>
    (zoom, feature) =>
      !of(zoom, feature),
  '==':
    (_, [a, b]) =>
    (zoom, feature) =>
      a(zoom, feature) === b(zoom, feature),
  '!=':
    (_, [a, b]) =>
    (zoom, feature) =>
      a(zoom, feature) !== b(zoom, feature),
  '>=':
    (_, [a, b]) =>
    (zoom, feature) =>
      Number(a(zoom, feature)) >= Number(b(zoom, feature)),
  all: (_, parts) => (zoom, feature) => parts.every((part) => part(zoom, feature)),
  any: (_, parts) => (zoom, feature) => parts.some((part) => part(zoom, feature)),
  '-':
    (_, [a, b]) =>
    (zoom, feature) =>
      Number(a(zoom, feature)) - Number(b(zoom, feature)),
  '*':
    (_, [a, b]) =>
    (zoom, feature) =>
      Number(a(zoom, feature)) * Number(b(zoom, feature)),
  coalesce: (_, parts) => (zoom, feature) => {
    for (const part of parts) {
      const value = part(zoom, feature)
      if (value !== null && value !== undefined) return value
    }
    return null
  },
  case: (_, parts) => (zoom, feature) => {
    let at = 0
    while (at + 1 < parts.length && !parts[at](zoom, feature)) at += 2
    return (parts[at + 1] ?? parts[at])(zoom, feature)
  },
  match: (args, parts) => (zoom, feature) => {
    const value = same(parts[0](zoom, feature))
    for (let at = 1; at + 1 < args.length; at += 2) {
      const label = args[at]
      if (Array.isArray(label) ? label.includes(value) : label === value) return parts[at + 1](zoom, feature)
    }
    return parts[parts.length - 1](zoom, feature)
  },
  step: (args, parts) => (zoom, feature) => {
    const input = Number(parts[0](zoom, feature))
    let at = 1
    while (at + 1 < parts.length && Number(args[at + 1]) <= input) at += 2
    return parts[at](zoom, feature)
  },
  interpolate: (args, parts) => (zoom, feature) => {
    const input = Number(parts[1](zoom, feature))
    const stop = (at: number) => Number(args[at])
    const value = (at: number) => Number(parts[at + 1](zoom, feature))
    let at = 2
    if (input <= stop(at)) return value(at)
    while (at + 2 < args.length && stop(at + 2) <= input) at += 2
    if (at + 2 >= args.length) return value(at)
    const share = (input - stop(at)) / (stop(at + 2) - stop(at))
    return value(at) + share * (value(at + 2) - value(at))
  },
  format: (args, parts) => (zoom, feature) => {
    const sections: Formatted['sections'] = []
    for (let at = 0; at < args.length; at += 2) {
      const look = (args[at + 1] ?? {}) as { 'font-scale'?: number; 'text-font'?: ['literal', string[]] }
      sections.push({
        text: String(parts[at](zoom, feature) ?? ''),
        scale: look['font-scale'] ?? null,
        fontStack: look['text-font']?.[1].join() ?? null,
      })
    }
    return { sections }
  },
}

/** @param value of a property or a filter: an expression, or a constant */
export function compiled(value: unknown): Evaluate {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !Object.hasOwn(OPERATORS, value[0]))
    return () => value
  const [name, ...args] = value
  if (name === 'interpolate' && args[0]?.[0] !== 'linear')
    throw new Error(`the style interpolates in a way that pictures do not know: ${JSON.stringify(args[0])}`)
  return OPERATORS[name](args, name === 'literal' ? [] : args.map(compiled))
}
