/** What has to be there before the page can be set out: the data, the session, the words of the reader's language. */

import { type AreaBand, areasOn } from '../chronicle/areas.ts'
import type { Atlas } from '../chronicle/atlas.ts'
import { type DayChange, dayChanges } from '../chronicle/day-changes.ts'
import { FIRST_LANGUAGE, isLanguage, type Language, languageOfTags } from '../chronicle/languages.ts'
import { linkHere, saidBy } from '../link/index.ts'
import { inSlices, pause } from '../map/pause.ts'
import type { Series } from './context.tsx'
import { LoadError } from './data/fetch-json.ts'
import { type AtlasData, loadAtlasData } from './data/load.ts'
import { lightMapReason } from './map/choose-map.ts'
import { openSession } from './open-session.ts'
import type { Session } from './session.ts'
import { loadWords } from './words/load-words.ts'
import type { Words } from './words/words.ts'

export interface Opening {
  data: AtlasData
  changes: readonly DayChange[]
  series: Series
  session: Session
  /** the view is somebody else's: the page was opened by a link */
  shared: boolean
  words: Words
}

/** @throws LoadError for the first file that fails */
export async function openPage(): Promise<Opening> {
  // Fetched along with the data. A wrong guess costs time, nothing else: the language is settled when the data is there.
  const wanted = saidBy(linkHere()).get('lang')
  loadWords(languageOf(wanted)).catch(() => {})

  const data = await loadAtlasData(lightMapReason() !== null)
  await pause()
  const { changes, series } = await told(data.atlas)
  const { session, shared } = openSession(data, changes)
  const language = languageOf(session.getView().lang)
  try {
    return { data, changes, series, session, shared, words: await loadWords(language) }
  } catch (cause) {
    throw new LoadError(`messages (${language})`, 'not-reached', { cause })
  }
}

/** What the page tells of an atlas besides the map. */
export async function told(atlas: Atlas): Promise<Pick<Opening, 'changes' | 'series'>> {
  const changes = dayChanges(atlas)
  return { changes, series: await inSlices(seriesOf(atlas, changes)) }
}

/** Areas of all factions on the first day and on every day of change; day by day, since there are many. */
function* seriesOf(atlas: Atlas, changes: readonly DayChange[]): Generator<undefined, Series> {
  const days = [atlas.start, ...changes.map(({ day }) => day)]
  const bands: AreaBand[][] = []
  for (const day of days) {
    bands.push(areasOn(atlas, day))
    yield
  }
  return { days, bands }
}

/** @param chosen as the link has it, `null`: as the reader's browser prefers */
export function languageOf(chosen: string | null): Language {
  return (isLanguage(chosen) ? chosen : languageOfTags(navigator.languages)) ?? FIRST_LANGUAGE
}
