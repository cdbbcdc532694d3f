/** Text as text whose looks are classes: where a page has many names that look alike, they are said once. */
import { escaped, plainText, startsRight } from './plain-text.ts'
import { haloOf, round, type TextLook, type Typesetter } from './typesetter.ts'

export interface ClassedText extends Typesetter {
  /** @returns what the classes so far stand for: `<name attribute="value" …/>` for each, in the order of first use */
  rules(): string
}

/** @param prefix of the names of the classes */
export function classedText(prefix: string): ClassedText {
  /** number of a class by what of a look is the same in every theme */
  const known = new Map<string, { name: string; look: TextLook }>()
  const classOf = (look: TextLook) => {
    const { size, bold, spacing, halo } = look
    // Colours differ by theme, and a class has those of its first name: labels of one kind have one colour.
    const key = [round(size), bold, spacing, halo?.width, look.colour, halo?.css].join()
    const found = known.get(key) ?? { name: `${prefix}${known.size}`, look }
    known.set(key, found)
    return found.name
  }
  return {
    width: plainText.width,
    draw(x, y, text, look) {
      const { anchor = 'start' } = look
      const rtl = startsRight(text)
      // In a line from right to left the start is at the right.
      const end = { start: rtl ? 'end' : '', middle: 'middle', end: rtl ? '' : 'end' }[anchor]
      return `<text x="${tenth(x)}" y="${tenth(y)}" class="${classOf(look)}"${rtl ? ' direction="rtl"' : ''}${
        end ? ` text-anchor="${end}"` : ''
      }>${escaped(text)}</text>`
    },
    rules: () =>
      [...known.values()]
        .map(
          ({ name, look: { size, colour, bold, spacing, halo } }) =>
            `<${name} font-size="${round(size)}px" fill="${colour}"${bold ? ' font-weight="600"' : ''}${
              spacing ? ` letter-spacing="${round(spacing * size)}px"` : ''
            }${haloOf({ size, colour, halo })}/>`,
        )
        .join(''),
  }
}

/** @returns what `rules` gave, as a style sheet */
export function rulesOf(rules: string): string {
  return rules.replace(
    /<(\w+) ([^>]*)\/>/g,
    (_, name, attributes) => `.${name}{${attributes.replace(/([\w-]+)="([^"]*)" ?/g, '$1:$2;')}}`,
  )
}

const tenth = (value: number) => Math.round(value * 10) / 10
