/** One picture for both themes: where two drawings differ, a custom property stands. */

export interface Themed {
  /** the drawing, with `var(--…)` where the themes differ */
  markup: string
  /** what the custom properties are under the light and the dark theme */
  light: string
  dark: string
}

const VALUE = /(?<==")[^"]*(?=")/g

/**
 * @param light @param dark drawings that differ in values of attributes only
 * @param prefix of the names of the custom properties
 * @throws RangeError when they differ in anything else
 */
export function themed(light: string, dark: string, prefix: string): Themed {
  const frame = (markup: string) => markup.replace(VALUE, '')
  if (frame(light) !== frame(dark)) throw new RangeError('the two drawings differ in more than their values')
  const others = dark.match(VALUE) ?? []
  const names = new Map<string, string>()
  let i = 0
  const markup = light.replace(VALUE, (value) => {
    const other = others[i++]
    if (value === other) return value
    const pair = `${value} ${other}`
    const name = names.get(pair) ?? `--${prefix}${names.size}`
    names.set(pair, name)
    return `var(${name})`
  })
  const declared = (side: 0 | 1) =>
    [...names].map(([pair, name]) => `${name}:${pair.split(' ')[side]}`).join(';')
  return { markup, light: declared(0), dark: declared(1) }
}
