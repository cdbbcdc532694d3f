/** What every catalogue of messages must keep to; a new language is held to the same by being there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { nameOn } from '../../src/chronicle/conflict.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { LANGUAGES, type LanguageRow } from '../../src/chronicle/languages.ts'
import { about, threeFigures } from '../../src/ui/words/words.ts'
import { filesBelow, ROOT, readModules } from '../architecture/modules.ts'
import { wordsOf } from './words.ts'

type Catalogue = Record<string, string>

const FOLDER = join(ROOT, 'src/ui/messages')
/** Of a part that is fetched when it is first shown. */
const LATE = join(ROOT, 'src/ui/propose/messages')
const rows: readonly LanguageRow[] = LANGUAGES
const catalogueOf = (code: string, folder: string): Catalogue =>
  JSON.parse(readFileSync(join(folder, `${code}.json`), 'utf8'))
const cataloguesIn = (folder: string) =>
  rows.map((row) => ({ ...row, messages: catalogueOf(row.code, folder) }))
const catalogues = cataloguesIn(FOLDER)
const late = cataloguesIn(LATE)
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
function faults(
  { messages, locale, script }: (typeof catalogues)[number],
  reference = catalogues[0],
): string[] {
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
    for (const folder of [FOLDER, LATE]) {
      const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ''))
      expect(files.sort()).toEqual(rows.map(({ code }) => code).sort())
    }
  })

  it.each(catalogues)(
    '$code says everything, with the values and plural forms that it takes',
    (catalogue) => {
      expect(faults(catalogue)).toEqual([])
    },
  )

  it.each(late)('$code says as much in the form of proposals', (catalogue) => {
    expect(faults(catalogue, late[0])).toEqual([])
  })

  it('are in one order, so that a missing message is seen', () => {
    for (const { messages } of [...catalogues, ...late])
      expect(Object.keys(messages)).toEqual(Object.keys(messages).sort())
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
  const code = ['src/ui', 'src/site']
    .flatMap((folder) => readModules(folder))
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
    const ids = [reference, late[0]].flatMap(({ messages }) => Object.keys(messages))
    expect(ids.filter((id) => !isUsed(id) && id !== 'failure.no-script')).toEqual([])
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

  it('write dates and lists of a language that browsers do not know', () => {
    const kurdish = wordsOf('ku')
    expect(kurdish.dateLong(day)).toBe('pêncşem, 5ê berfanbara 2024an')
    expect(kurdish.dateRange(day, day + 3)).toBe('5–8ê berfanbara 2024an')
    expect(kurdish.dateRange(day - 10, day)).toBe('25ê mijdarê – 5ê berfanbara 2024an')
    expect(kurdish.dateRange(day, day + 60)).toBe('5ê berfanbara 2024an – 3ê sibata 2025an')
    expect(kurdish.month(day, 'short', true)).toBe('brf 2024')
    expect(kurdish.list(['Efrîn', 'Kobanê', 'Reqa'])).toBe('Efrîn, Kobanê û Reqa')
    expect(kurdish.languageName('ar')).toBe('erebî')
    expect(kurdish.number(1234.5)).toBe('1.234,5')
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

describe('Arabic', () => {
  const { messages } = catalogues.find(({ code }) => code === 'ar')!
  const said = Object.entries(messages)
  const texts = ['factions.json', 'conflict.json', 'about.json', 'places.geojson', 'events/events.csv']
    .concat(['positions/positions.geojson'], filesBelow('geodata/stories'))
    .map((file) => readFileSync(join(ROOT, file.startsWith('geodata/') ? file : `geodata/${file}`), 'utf8'))

  it('speaks to readers in the plural, or names the action', () => {
    // Words of the interface that would be orders to one man: a verb at the beginning of a sentence or after a stop.
    const singular =
      /(?:^|[.:؛،] )(?:اختر|جرّب|حاول|تحقق|اضغط|انقر|دوّن|أرسله?|انسخ|انتقل|أظهر|ابحث|اعرض|ابدأ|امسح|اكتب|قارن|افتح|أغلق) ?(?:\s|$|\.)/
    expect(said.filter(([, text]) => singular.test(text)).map(([id]) => id)).toEqual([])
  })

  it('has one percent sign, after the number', () => {
    expect(said.filter(([, text]) => /٪|%\s?[{\d]/.test(text)).map(([id]) => id)).toEqual([])
  })

  it('has one spelling for the United Nations force on the Golan, with its article', () => {
    const other = /(?<!ال)[أا]ندوف|[أا]وندوف|يوندوف/
    for (const text of [...said.map(([, text]) => text), ...texts])
      expect(other.exec(text)?.[0]).toBeUndefined()
  })

  it('counts days in the form that the number asks for', () => {
    const { say } = wordsOf('ar')
    expect([3, 7, 14].map((days) => say('events.days', { days }))).toEqual([
      '± 3 أيام',
      '± 7 أيام',
      '± 14 يومًا',
    ])
  })

  it('has the genitive of a faction where a sentence asks for it', () => {
    const day = dayOf('2025-03-07')
    const [coast] = JSON.parse(texts[0]).filter(({ id }: { id: string }) => id === 'COASTAL')
    const name = nameOn(coast, day, 'ar', 'genitive')
    expect(wordsOf('ar').say('changes.to', { faction: name })).toBe('إلى مسلحي الساحل')
    expect(nameOn(coast, day, 'ar', 'short')).toBe('مسلحو الساحل')
    expect(nameOn(coast, day, 'fr', 'genitive')).toBe(nameOn(coast, day, 'fr', 'short'))
  })
})
