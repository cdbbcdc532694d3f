/** Every rule on wording fires on the fault it is there for, and on nothing else. */
import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/chronicle/text.ts'
import { type Told, WORDING_RULES } from '../../src/compile/check/wording.ts'
import type { Dataset } from '../../src/compile/read/model.ts'
import type { Row } from '../../src/compile/read/tables.ts'
import { claim, smallCountry, source } from './small-country.ts'

const RED_ARMY = {
  from: null,
  name: { en: 'Red army', ar: 'الجيش الأحمر' },
  short: { en: 'Red', ar: 'الأحمر' },
}
const RED_GUARD = {
  ...RED_ARMY,
  from: '2025-01-20',
  name: { en: 'Red army (Home Guard)', ar: 'الجيش الأحمر (الحرس)' },
}

/** Red changes its name on 20 January, blue ends on the 25th; two papers belong to red, one to blue. */
function country(...extra: Dataset['claims']): Dataset {
  const small = smallCountry()
  const papers = [
    source('red-star', { publisher: 'Red Star', stance: ['RED'] }),
    source('red-hour', { publisher: 'Red Hour', stance: ['RED', 'FLEET'] }),
    source('blue-post', { publisher: 'Blue Post', stance: ['BLUE'] }),
  ]
  return {
    ...small,
    factions: small.factions.map((faction) => {
      if (faction.id === 'RED') return { ...faction, names: [RED_ARMY, RED_GUARD] }
      return faction.id === 'BLUE' ? { ...faction, dissolved: '2025-01-25' } : faction
    }),
    sources: new Map([...small.sources, ...papers.map((paper) => [paper.id, paper] as const)]),
    claims: [...small.claims, ...extra],
  }
}

const withSources = (...more: ReturnType<typeof source>[]) => {
  const dataset = country()
  return { ...dataset, sources: new Map([...dataset.sources, ...more.map((one) => [one.id, one] as const)]) }
}

function withPlaceCalled(name: string) {
  const dataset = country()
  const [first] = dataset.places.values()
  return {
    ...dataset,
    places: new Map([...dataset.places, ['named', { ...first, id: 'named', name: { en: name } }]]),
  }
}

function row(file: string, cells: Record<string, string>): Row {
  const get = (column: string) => cells[column] ?? ''
  return {
    file,
    line: 2,
    get,
    list: (column) => get(column).split('|').filter(Boolean),
    text: (name) => textOf(cells, name),
  }
}
const event = (over: Record<string, string> = {}) =>
  row('events/events.csv', {
    id: 'E1',
    date: '2025-01-10',
    kind: 'battle',
    title_en: 'Fighting at Westham',
    title_ar: 'قتال',
    factions: 'RED|BLUE',
    verdict: 'accepted',
    confidence: 'confirmed',
    sources: 'agency',
    ...over,
  })
const statement = (over: Record<string, string> = {}) =>
  row('statements.csv', { verdict: 'contested', rows: 'E1', source: 'red-star', ...over })

const reasons = (told: Partial<Told>) =>
  WORDING_RULES.flatMap((rule) => [...rule({ dataset: country(), events: [], statements: [], ...told })]).map(
    ({ reason }) => reason,
  )

const capture = (sources: string[], over: Parameters<typeof claim>[6] = {}) =>
  claim('C1', 'eastham', '2025-01-10', 'captured', 'BLUE', 'RED', { sources, ...over })

describe('the wording', () => {
  it.each<[string, Partial<Told>]>([
    ['a sound dataset', { events: [event()], statements: [statement({ verdict: 'accepted' })] }],
    ['a capture that the loser admits', { dataset: country(capture(['blue-post'])) }],
    ['a capture that both sides report', { dataset: country(capture(['red-star', 'blue-post'])) }],
    [
      'a capture on one word that is only likely',
      { dataset: country(capture(['red-star'], { confidence: 'likely' })) },
    ],
    ['a party that says what it said', { events: [event({ kind: 'statement', sources: 'red-star' })] }],
    ['a doubted statement that another source carries too', { events: [event()], statements: [statement()] }],
    [
      'a new name from its day on',
      { events: [event({ date: '2025-01-20', title_en: 'Home Guard formed' })] },
    ],
    [
      'an event that reaches into the time of the name',
      { events: [event({ date_end: '2025-01-20', title_en: 'Home Guard formed' })] },
    ],
    ['a faction on its last day', { events: [event({ date: '2025-01-25' })] }],
    [
      'an official body that says whom it speaks for',
      { dataset: withSources(source('un', { kind: 'official', note: 'Speaks for nobody here.' })) },
    ],
    [
      'an agency that changed hands',
      {
        dataset: withSources(
          source('n1', { publisher: 'News', date: '2025-01-02', stance: ['BLUE'] }),
          source('n2', { publisher: 'News', date: '2025-01-26', stance: ['RED'] }),
        ),
      },
    ],
  ])('of %s passes', (_, told) => {
    expect(reasons(told)).toEqual([])
  })

  it.each<[string, string, Partial<Told>]>([
    [
      'confirmed-by-one-side',
      'a capture on the word of the winner',
      { dataset: country(capture(['red-star'])) },
    ],
    [
      'confirmed-by-one-side',
      'two papers of one camp',
      { dataset: country(capture(['red-star', 'red-hour', 'background'])) },
    ],
    [
      'confirmed-by-one-side',
      'an attack on the word of one side',
      { dataset: country(capture(['blue-post'], { event: 'attack' })) },
    ],
    [
      'confirmed-by-one-side',
      'an event on the word of one side',
      { events: [event({ sources: 'red-star|red-hour' })] },
    ],
    [
      'confirmed-by-one-side',
      'what one side says that the other said',
      { events: [event({ kind: 'statement', factions: 'BLUE', sources: 'red-star' })] },
    ],
    [
      'accepted-though-doubted',
      'an event that only the doubted document carries',
      { events: [event({ sources: 'red-star', confidence: 'likely' })], statements: [statement()] },
    ],
    [
      'accepted-though-doubted',
      'a claim likewise',
      {
        dataset: country(capture(['red-star'], { confidence: 'claimed' })),
        statements: [statement({ rows: 'C1', verdict: 'rejected' })],
      },
    ],
    ['verdict-missing', 'a statement without verdict', { statements: [statement({ verdict: '' })] }],
    [
      'name-before-its-time',
      'a name that came later',
      { events: [event({ title_en: 'The Home Guard attacks' })] },
    ],
    ['name-before-its-time', 'likewise in Arabic', { events: [event({ summary_ar: 'هاجم الحرس' })] }],
    ['faction-no-longer-exists', 'a faction after its end', { events: [event({ date: '2025-01-26' })] }],
    ['unknown-event-kind', 'a kind that there is not', { events: [event({ kind: 'accident' })] }],
    [
      'killing-on-one-report',
      'a doubted killing on one report',
      { events: [event({ kind: 'massacre', verdict: 'contested', confidence: 'claimed' })] },
    ],
    [
      'stance-missing',
      'an official source without stance',
      { dataset: withSources(source('ministry', { kind: 'official' })) },
    ],
    [
      'stance-differs',
      'one publisher with two stances',
      { dataset: withSources(source('s1', { publisher: 'Red Star', date: '2025-01-01' })) },
    ],
    [
      'bare-address',
      'a copy at a bare address',
      { dataset: withSources(source('copy', { url: 'http://192.0.2.7/page' })) },
    ],
    [
      'publication-twice',
      'a page that has a record already, however its address is written',
      {
        dataset: withSources(
          source('one', { publisher: 'Al-Arab', url: 'https://www.paper.example/%d8%a7/' }),
          source('two', { publisher: 'Al Arab', url: 'https://paper.example/ا' }),
        ),
      },
    ],
    [
      'publication-twice',
      'likewise where the address is damaged',
      {
        dataset: withSources(
          source('one', { publisher: 'Al-Arab', url: 'https://paper.example/%d8%' }),
          source('two', { publisher: 'Al-Arab', url: 'http://paper.example/%d8%' }),
        ),
      },
    ],
    [
      'event-as-place',
      'a place that tells what happened',
      { dataset: withPlaceCalled('Nine posts planned') },
    ],
  ])('%s: %s', (reason, _, told) => {
    expect(reasons(told)).toEqual([reason])
  })
})
