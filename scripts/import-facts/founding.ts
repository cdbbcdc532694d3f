/**
 * The five founding documents and the publications they contain. Rows of the fact files cite them as `seed:000` …
 * `seed:004`; the project cites the publication. Two of the documents are collections, so the context of a row
 * (its day, place and note) decides which publication it came from.
 */
import type { SourceRecord } from '../../src/chronicle/evidence.ts'

const CRADLE = { publisher: 'The Cradle', url: null, language: 'en', kind: 'newspaper', stance: [] }
const CRADLE_NOTE =
  'Critical of the Damascus authorities since December 2024, of Israel and of the United States.'

export const FOUNDING_SOURCES: SourceRecord[] = [
  {
    id: 'palestine-chronicle-2025-12-25',
    publisher: 'Palestine Chronicle',
    title: 'The Rebirth of ISIS, Israel and the Continuation of Syria’s Civil War',
    date: '2025-12-25',
    url: null,
    language: 'en',
    kind: 'newspaper',
    stance: [],
    note: 'Opinion article by R. Inlakesh; critical of the Damascus authorities, Israel and the United States. Founding document seed:000.',
  },
  {
    id: 'cradle-2025-11-19',
    ...CRADLE,
    title: 'Russia to re-establish nine military positions in Syria’s Quneitra',
    date: '2025-11-19',
    note: `Rests on private sources. ${CRADLE_NOTE} Founding document seed:000.`,
  },
  {
    id: 'cradle-2025-11-17',
    ...CRADLE,
    title: 'Syria pledges to hand over hundreds of Uyghur militants to China: Report',
    date: '2025-11-17',
    note: `Quotes AFP. ${CRADLE_NOTE} Founding document seed:000.`,
  },
  {
    id: 'cradle-2025-11-16',
    ...CRADLE,
    title: 'Trump considers skipping disarmament phase of Gaza plan amid deadlock: Report',
    date: '2025-11-16',
    note: `Holds nothing about control in Syria. ${CRADLE_NOTE} Founding document seed:000.`,
  },
  {
    id: 'cradle-2025-10-29',
    ...CRADLE,
    title: 'Constructing chaos: Tel Aviv’s hand in Syria’s sectarian slaughter',
    date: '2025-10-29',
    note: `On the coast, January to March 2025. ${CRADLE_NOTE} Founding document seed:000.`,
  },
  {
    id: 'unsigned-coast-article-2025-03',
    publisher: 'Unsigned web article',
    title: null,
    date: '2025-03',
    url: null,
    language: 'en',
    kind: 'blog',
    stance: [],
    note: 'On the coast in March 2025, quoting K. Franceschi, a former volunteer of the YPG. Hostile to HTS. Founding document seed:001.',
  },
  {
    id: 'anti-empire-2019-05',
    publisher: 'Anti-Empire',
    title: 'Another Day, Another Town Taken in Syria’s Russian-Backed Idlib Offensive',
    date: '2019-05',
    url: null,
    language: 'en',
    kind: 'blog',
    stance: ['SAA'],
    note: 'M. Marjanović on Qalaat al-Madiq and Kafr Nabudah; favourable to the army. Founding document seed:002.',
  },
  {
    id: 'euronews-ap-2024-11-30',
    publisher: 'AP',
    title: 'Armed rebels occupy centre of Aleppo, Syria’s largest city',
    date: '2024-11-30',
    url: null,
    language: 'en',
    kind: 'agency',
    stance: [],
    note: 'Read at Euronews. Founding document seed:003.',
  },
  {
    id: 'times-of-israel-afp-2024-11-29',
    publisher: 'AFP',
    title: 'Netanyahu holds assessment on Syria as jihadists enter Aleppo in lightning assault',
    date: '2024-11-29',
    url: null,
    language: 'en',
    kind: 'agency',
    stance: [],
    note: 'Read at The Times of Israel, whose staff contributed; 29–30 November 2024. Founding document seed:003.',
  },
  {
    id: 'pbs-newshour-2024-12',
    publisher: 'PBS NewsHour',
    title: 'Syria launches counterattacks against insurgents as Iran’s top diplomat meets with Assad',
    date: '2024-12',
    url: null,
    language: 'en',
    kind: 'newspaper',
    stance: [],
    note: 'Only the headline was available. Founding document seed:003.',
  },
  {
    id: 'headline-assad-asylum-2024-12',
    publisher: 'Unnamed news feed',
    title: 'Ousted Syrian President Assad granted asylum in Moscow, Russian media says',
    date: '2024-12',
    url: null,
    language: 'en',
    kind: 'newspaper',
    stance: [],
    note: 'Only the headline was available. Founding document seed:003.',
  },
  {
    id: 'tekosina-anarsist-2024-12-06',
    publisher: 'Tekoşîna Anarşîst',
    title: 'Updates of the ongoing situation in Syria, with focus on NES and with an anarchist perspective',
    date: '2024-12-06',
    url: null,
    language: 'en',
    kind: 'blog',
    stance: ['SDF'],
    note: 'Daily updates 1–6 December 2024 by volunteers with the SDF, self-declared unverified. Founding document seed:004.',
  },
]

const COAST =
  /latakia|tartus|jable|baniyas|qardaha|coast|alawi|sharqiyah|daliyah|beit ana|fahil|arzah|rumaylah/i
const RUSSIAN_POSTS = /russia|\brus\b|humr|quneitra|daraa|hmeimim|hermon|disengagement|logistics|candidate/i

/**
 * @param document `seed:000` … `seed:004`
 * @param hint whatever the row says about itself: ISO day first, then place and note
 * @returns ids of the publications of that document which the row rests on
 * @throws RangeError for an unknown document
 */
export function publicationsOf(document: string, hint = ''): string[] {
  const day = /\d{4}-\d{2}-\d{2}/.exec(hint)?.[0] ?? ''
  switch (document) {
    case 'seed:000':
      return [collectionArticle(day, hint)]
    case 'seed:001':
      return ['unsigned-coast-article-2025-03']
    case 'seed:002':
      return ['anti-empire-2019-05']
    case 'seed:003':
      if (/asylum/i.test(hint)) return ['headline-assad-asylum-2024-12']
      if (/araghchi met/i.test(hint)) return ['pbs-newshour-2024-12']
      return [day && day <= '2024-11-29' ? 'times-of-israel-afp-2024-11-29' : 'euronews-ap-2024-11-30']
    case 'seed:004':
      return ['tekosina-anarsist-2024-12-06']
    default:
      throw new RangeError(`no founding document "${document}"`)
  }
}

function collectionArticle(day: string, hint: string): string {
  if (/uyghur|beijing|china\b/i.test(hint)) return 'cradle-2025-11-17'
  if (/palestine chronicle|opinion article/i.test(hint)) return 'palestine-chronicle-2025-12-25'
  if (day.startsWith('2025-11')) return 'cradle-2025-11-19'
  if (day >= '2025-01-01' && day <= '2025-04-30') return 'cradle-2025-10-29'
  if (day && day < '2025-01-01' && RUSSIAN_POSTS.test(hint)) return 'cradle-2025-11-19'
  if (COAST.test(hint)) return 'cradle-2025-10-29'
  return 'palestine-chronicle-2025-12-25'
}
