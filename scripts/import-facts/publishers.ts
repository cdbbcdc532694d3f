/**
 * Who published what, and on whose side. A label such as "Shafaq/SOHR" names an outlet and the body whose words it
 * carries. The words count: such a source is attributed to SOHR, with the outlet in the note, so that ten outlets that
 * repeat one statement are not ten voices.
 *
 * Stance is given only where a publisher belongs to a side or is run by a state or body that is one. An outlet that
 * sympathises is not aligned.
 */
import type { SourceRecord } from '../../src/chronicle/evidence.ts'
import { OUTLETS } from './outlets.ts'
import { decode } from './source-text.ts'

type Described = Pick<SourceRecord, 'publisher' | 'title' | 'language' | 'kind' | 'stance' | 'note'>

interface Origin {
  /** matched against the label */
  pattern: RegExp
  publisher: string
  kind: string
  stance: string[]
}

/** Agencies, monitors and official bodies whose words others carry. The first match in a label wins. */
const ORIGINS: Origin[] = [
  { pattern: /\bIDF\b|Army Radio/, publisher: 'Israeli military', kind: 'official', stance: ['IDF'] },
  { pattern: /\bISW\b/, publisher: 'Institute for the Study of War', kind: 'research', stance: [] },
  { pattern: /\bHRW\b/, publisher: 'Human Rights Watch', kind: 'monitor', stance: [] },
  { pattern: /OHCHR|UNHCR|UN press|\/UN\b/, publisher: 'United Nations', kind: 'official', stance: [] },
  { pattern: /\bSNHR\b/, publisher: 'Syrian Network for Human Rights', kind: 'monitor', stance: [] },
  { pattern: /Aoyama/, publisher: 'Syria Arab Spring (H. Aoyama)', kind: 'research', stance: [] },
  { pattern: /\bSOHR\b/, publisher: 'SOHR', kind: 'monitor', stance: [] },
  { pattern: /MOC statements/, publisher: 'Military Operations Command', kind: 'official', stance: ['HTS'] },
  { pattern: /\bSANA\b/, publisher: 'SANA', kind: 'agency', stance: [] },
  { pattern: /Sputnik|\bRIA\b/, publisher: 'RIA Novosti / Sputnik', kind: 'agency', stance: ['RUS'] },
  { pattern: /\bTASS\b/, publisher: 'TASS', kind: 'agency', stance: ['RUS'] },
  { pattern: /Kommersant/, publisher: 'Kommersant', kind: 'newspaper', stance: [] },
  { pattern: /\bAA\b|Anadolu/, publisher: 'Anadolu', kind: 'agency', stance: ['SNA', 'TUR'] },
  { pattern: /\bTRT\b/, publisher: 'TRT', kind: 'agency', stance: ['SNA', 'TUR'] },
  { pattern: /ILKHA/, publisher: 'ILKHA', kind: 'agency', stance: [] },
  { pattern: /\bRIC\b/, publisher: 'Rojava Information Center', kind: 'research', stance: ['SDF'] },
  { pattern: /North Press/, publisher: 'North Press', kind: 'local-media', stance: ['SDF'] },
  { pattern: /Hawar|ANHA/, publisher: 'Hawar News (ANHA)', kind: 'agency', stance: ['SDF'] },
  { pattern: /Suwayda24/, publisher: 'Suwayda24', kind: 'local-media', stance: [] },
  { pattern: /Enab Baladi/, publisher: 'Enab Baladi', kind: 'local-media', stance: [] },
  { pattern: /Syria TV/, publisher: 'Syria TV', kind: 'local-media', stance: [] },
  { pattern: /\bAFP\b/, publisher: 'AFP', kind: 'agency', stance: [] },
  { pattern: /Reuters/, publisher: 'Reuters', kind: 'agency', stance: [] },
  { pattern: /\bAP\b/, publisher: 'AP', kind: 'agency', stance: [] },
  { pattern: /\bdpa\b/, publisher: 'dpa', kind: 'agency', stance: [] },
  { pattern: /\bEPA\b/, publisher: 'EPA', kind: 'agency', stance: [] },
  { pattern: /Xinhua/, publisher: 'Xinhua', kind: 'agency', stance: [] },
  { pattern: /\bBBC\b/, publisher: 'BBC', kind: 'newspaper', stance: [] },
  { pattern: /\bCNN\b/, publisher: 'CNN', kind: 'newspaper', stance: [] },
  { pattern: /Sky News Arabia/, publisher: 'Sky News Arabia', kind: 'newspaper', stance: [] },
  { pattern: /Washington Post/, publisher: 'Washington Post', kind: 'newspaper', stance: [] },
  { pattern: /Haaretz/, publisher: 'Haaretz', kind: 'newspaper', stance: [] },
  { pattern: /Al-Arabiya|Al-Hadath/, publisher: 'Al-Arabiya', kind: 'newspaper', stance: [] },
  { pattern: /Al Mayadeen|Al-Mayadeen/, publisher: 'Al Mayadeen', kind: 'newspaper', stance: [] },
  { pattern: /Al-Araby/, publisher: 'Al-Araby al-Jadeed', kind: 'newspaper', stance: [] },
  { pattern: /Al Jazeera|\/AJ\b/, publisher: 'Al Jazeera', kind: 'newspaper', stance: [] },
  { pattern: /Cradle/, publisher: 'The Cradle', kind: 'newspaper', stance: [] },
  { pattern: /Al-Masdar/, publisher: 'Al-Masdar News', kind: 'blog', stance: ['SAA'] },
  { pattern: /Al-Modon/, publisher: 'Al-Modon', kind: 'newspaper', stance: [] },
  { pattern: /Azzaman/, publisher: 'Azzaman', kind: 'newspaper', stance: [] },
  { pattern: /Alhurra/, publisher: 'Alhurra', kind: 'newspaper', stance: [] },
  { pattern: /Alwafd/, publisher: 'Al-Wafd', kind: 'newspaper', stance: [] },
  { pattern: /Arabi21/, publisher: 'Arabi21', kind: 'newspaper', stance: [] },
  { pattern: /Marib|Mareb/, publisher: 'Marib Press', kind: 'newspaper', stance: [] },
  { pattern: /Asharq Al-Awsat/, publisher: 'Asharq Al-Awsat', kind: 'newspaper', stance: [] },
  { pattern: /Hurriyet/, publisher: 'Hürriyet', kind: 'newspaper', stance: [] },
  { pattern: /\bINA\b/, publisher: 'Iraqi News Agency', kind: 'agency', stance: [] },
  { pattern: /\bSNN\b/, publisher: 'SNN (Iran)', kind: 'agency', stance: [] },
  { pattern: /Forbes/, publisher: 'Forbes', kind: 'newspaper', stance: [] },
  { pattern: /Straits Times/, publisher: 'Straits Times', kind: 'newspaper', stance: [] },
  {
    pattern: /Wiki|historica|mirror (2024 Kobani|East Aleppo|October|Operation)/i,
    publisher: 'Wikipedia and mirrors',
    kind: 'encyclopedia',
    stance: [],
  },
]

const ARABIC = /[\u0600-\u06ff]/

/**
 * @param label text before the address
 * @param date publication day: the state agency SANA spoke for the Assad-era government until 8 December 2024 and for
 *   the authorities in Damascus after it
 */
export function describePublisher(label: string, url: string | null, date: string | null): Described {
  const host = url
    ? decode(url)
        .replace(/^https?:\/\/(www\.)?/, '')
        .split(/[/:?]/)[0]
    : ''
  const outlet = OUTLETS.get(host)
  const origin = ORIGINS.find((candidate) => candidate.pattern.test(label))
  const publisher = origin?.publisher ?? outlet?.publisher ?? nameIn(label)
  const ownWords = !origin || origin.publisher === outlet?.publisher
  const read = outlet?.publisher ?? host
  const stance =
    publisher === 'SANA' ? [date && date < '2024-12-08' ? 'SAA' : 'HTS'] : (origin ?? outlet)?.stance
  return {
    publisher,
    title: titleIn(label),
    language: url && ARABIC.test(decode(url)) ? 'ar' : (outlet?.language ?? 'en'),
    kind: origin?.kind ?? outlet?.kind ?? 'local-media',
    stance: stance ?? [],
    note: [ownWords || !read ? '' : `Read at ${read}.`, qualifierIn(label)].filter(Boolean).join(' '),
  }
}

function nameIn(label: string): string {
  return label
    .replace(/\(.*?\)/g, '')
    .replace(
      /\b\d{1,2}([-–]\d{1,2})? [A-Z][a-z]{2}\w*( 20\d\d)?|\b20\d\d(-\d\d){0,2}\b|\b[A-Z][a-z]{2} 20\d\d/g,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim()
}

/** Only encyclopedia labels carry a title. */
function titleIn(label: string): string | null {
  const match =
    /^(?:Wikipedia|wikimili|wikisum|historica|mirror)\s+(?:mirror\s+)?["']?(.+?)["']?(?:\s+\((?:copy|mirror|2023 copy).*)?$/i.exec(
      label,
    )
  return match ? match[1].replace(/["']/g, '') : null
}

function qualifierIn(label: string): string {
  const found: string[] = []
  if (/retrospective/i.test(label)) found.push('Looks back from a later day.')
  if (/undated|no date|page id|not shown|no day/i.test(label))
    found.push('The copy read shows no exact date.')
  if (/citing SOHR\/ANHA/.test(label)) found.push('Digest that cites SOHR and ANHA.')
  if (/citing RIA/.test(label)) found.push('Digest that cites RIA Novosti.')
  if (/citing SANA/.test(label)) found.push('Cites SANA.')
  if (/mirror|\bcopy\b/i.test(label)) found.push('Read in a copy.')
  return found.join(' ')
}
