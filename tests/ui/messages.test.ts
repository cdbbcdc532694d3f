/** What every catalogue of messages must keep to; a new language is held to the same by being there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import { LANGUAGES, type LanguageRow } from '../../src/chronicle/languages.ts'
import { about, threeFigures } from '../../src/ui/words/words.ts'
import { ROOT, readModules } from '../architecture/modules.ts'
import { wordsOf } from './words.ts'

type Catalogue = Record<string, string>

const FOLDER = join(ROOT, 'src/ui/messages')
const rows: readonly LanguageRow[] = LANGUAGES
const catalogueOf = (code: string): Catalogue =>
  JSON.parse(readFileSync(join(FOLDER, `${code}.json`), 'utf8'))
const catalogues = rows.map((row) => ({ ...row, messages: catalogueOf(row.code) }))
const [reference] = catalogues
const EXACT: Record<string, string> = { '=0': 'zero', '=1': 'one', '=2': 'two' }
const LETTERS = { Latin: /\p{Script=Latin}/u, Arabic: /\p{Script=Arabic}/u }

/** Names of the values that a message takes, with how they are formatted. */
function values(elements: MessageFormatElement[]): string[] {
  const names = new Set<string>()
  const visit = (list: MessageFormatElement[]) => {
    for (const element of list) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(`${element.value} ${TYPE[element.type]}`)
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) visit(option.value)
    }
  }
  visit(elements)
  return [...names].sort()
}

/** @returns what is wrong with a catalogue, one line each */
function faults({ messages, locale, script }: (typeof catalogues)[number]): string[] {
  const found: string[] = []
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  for (const [id, text] of Object.entries(reference.messages)) {
    if (messages[id] === undefined) {
      found.push(`${id} is missing`)
      continue
    }
    const message = parse(messages[id])
    const [own, others] = [values(message), values(parse(text))]
    if (own.join() !== others.join()) found.push(`${id} takes ${own.join(', ')}, not ${others.join(', ')}`)
    const letters = messages[id].replace(/\{[^}]*\}/g, '').replace(/[^\p{L}]/gu, '')
    const foreign = LETTERS[reference.script].test(text) && !LETTERS[script].test(messages[id])
    if (letters && foreign) found.push(`${id} is not written in ${script} letters`)
    for (const element of message) {
      if (element.type !== TYPE.plural) continue
      // These categories stand for exactly one number, which may be named instead.
      const given = Object.keys(element.options).map((option) => EXACT[option] ?? option)
      const missing = needed.filter((category) => !given.includes(category))
      if (missing.length > 0) found.push(`${id} has no plural form ${missing.join(', ')}`)
    }
    if (id.startsWith('failure.') && /[{}]/.test(messages[id])) found.push(`${id} needs formatting`)
  }
  for (const id of Object.keys(messages))
    if (!(id in reference.messages)) found.push(`${id} is not in ${reference.code}.json`)
  return found
}

describe('the catalogues', () => {
  it('are one for each row of the languages', () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(/\.json$/, ''))
    expect(files.sort()).toEqual(rows.map(({ code }) => code).sort())
  })

  it.each(catalogues)(
    '$code says everything, with the values and plural forms that it takes',
    (catalogue) => {
      expect(faults(catalogue)).toEqual([])
    },
  )

  it('are in one order, so that a missing message is seen', () => {
    for (const { messages } of catalogues) expect(Object.keys(messages)).toEqual(Object.keys(messages).sort())
  })

  it('are held to it in earnest', () => {
    const messages: Catalogue = { ...reference.messages, close: 'Fermer {door}', 'one.more': 'x' }
    delete messages['day.first']
    // Polish has four plural forms, where the message has the two of English.
    const broken = faults({ ...reference, messages, locale: 'pl' })
    expect(broken).toContain('day.first is missing')
    expect(broken.some((fault) => fault.startsWith('close takes door argument'))).toBe(true)
    expect(broken).toContain(`one.more is not in ${reference.code}.json`)
    expect(broken.some((fault) => fault.startsWith('day.more-places has no plural form few'))).toBe(true)
  })
})

describe('the messages', () => {
  const code = readModules('src/ui')
    .map((module) => module.code)
    .join('\n')
  const plain = new Set([...code.matchAll(/['"]([a-z][\w-]*(?:\.[\w-]+)*)['"]/g)].map(([, id]) => id))
  /** What stands before the first and after the last value of a template: `event.kind.${kind}`. */
  const made = [...code.matchAll(/`([a-z][\w.-]*\.)\$\{[^}]*\}([\w.-]*)`/g)].map(([, before, after]) => ({
    before,
    after,
  }))
  const isUsed = (id: string) =>
    plain.has(id) || made.some(({ before, after }) => id.startsWith(before) && id.endsWith(after))

  it('are all said somewhere', () => {
    expect(Object.keys(reference.messages).filter((id) => !isUsed(id) && id !== 'failure.no-script')).toEqual(
      [],
    )
  })
})

describe('words', () => {
  const day = dayOf('2024-12-05')

  it('write dates as readers of each language do', () => {
    const english = wordsOf('en')
    expect(english.dateLong(day).replace(',', '')).toBe('Thursday 5 December 2024')
    expect(english.dateShort(day)).toBe('5 Dec')
    const arabic = wordsOf('ar')
    // Syrian month names, European digits.
    expect(arabic.date(day)).toBe('5 كانون الأول 2024')
    expect(arabic.weekday(day)).toBe('الخميس')
  })

  it('count in Arabic', () => {
    const { say } = wordsOf('ar')
    const forms = [1, 2, 3, 11, 100].map((count) => say('day.more-places', { count }))
    expect(new Set(forms).size).toBe(5)
    expect(forms[2]).toContain('3')
  })

  it('round what is said with "about" to two figures', () => {
    const rounded: [number, number][] = [
      [0, 0],
      [0.2, 1],
      [7.4, 7],
      [43, 40],
      [96, 100],
      [1234, 1200],
      [18_730, 19_000],
    ]
    for (const [km2, said] of rounded) expect(about(km2)).toBe(said)
  })

  it('round areas of a table to three figures', () => {
    expect([0, 8.6, 512.4, 1234, 118_870].map(threeFigures)).toEqual([0, 9, 512, 1230, 119_000])
  })
})
