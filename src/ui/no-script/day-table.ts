/**
 * What a page says where no program may run: what the map is, and who holds what on its first day, as a table in every
 * language. Made when building; the picture of that day is in the page already.
 */
import { areasOn } from '../../chronicle/areas.ts'
import type { Atlas } from '../../chronicle/atlas.ts'
import { type Conflict, type Faction, nameOn } from '../../chronicle/conflict.ts'
import type { Day } from '../../chronicle/day.ts'
import { languageRow } from '../../chronicle/languages.ts'
import type { Text } from '../../chronicle/text.ts'
import { escaped } from '../../still/plain-text.ts'
import { areaText } from '../legend/area-text.ts'
import type { Words } from '../words/words.ts'

export interface DayTableData {
  conflict: Conflict & { description?: Text }
  factions: readonly Faction[]
  atlas: Atlas
}

/** A language, and what is said in it to whoever allows no programs. */
export interface NoScriptWords {
  words: Words
  notice: string
}

/** @param languages in the order in which their sections stand @returns HTML */
export function dayTable(data: DayTableData, day: Day, languages: readonly NoScriptWords[]): string {
  const sections = languages.map((language) => section(data, day, language))
  return [...(languages.length > 1 ? [choice(languages)] : []), ...sections].join('\n      ')
}

/** Without programs nobody knows which language the reader's browser prefers: the way to each stands before the first. */
function choice(languages: readonly NoScriptWords[]): string {
  const links = languages.map(({ words: { language, direction } }) => {
    const { name } = languageRow(language)
    return `<a href="#no-script-${language}" lang="${language}" dir="${direction}">${escaped(name)}</a>`
  })
  return `<nav class="no-script no-script-languages">${links.join(' ')}</nav>`
}

function section(data: DayTableData, day: Day, { words, notice }: NoScriptWords): string {
  const { conflict } = data
  const about = conflict.description ? `<p>${escaped(words.text(conflict.description))}</p>` : ''
  return [
    `<section class="no-script" id="no-script-${words.language}" lang="${words.language}" dir="${words.direction}">`,
    `<h1>${escaped(words.text(conflict.title))}</h1>${about}<p>${escaped(notice)}</p>`,
    holdersTable(data, day, words),
    '</section>',
  ].join('')
}

/** @returns who holds what on a day, the largest first, as a table */
export function holdersTable(
  { factions, atlas }: Pick<DayTableData, 'factions' | 'atlas'>,
  day: Day,
  words: Words,
): string {
  const bands = areasOn(atlas, day)
  const rows = atlas.factions
    .map((id, index) => ({ faction: factions.find((one) => one.id === id), band: bands[index] }))
    .filter(({ faction, band }) => faction && band.high > 0)
    .sort((a, b) => b.band.best - a.band.best)
    .map(
      ({ faction, band }) =>
        `<tr><th scope="row">${escaped(nameOn(faction!, day, words.language))}</th><td>${escaped(areaText(band, words))}</td></tr>`,
    )
  const caption = escaped(`${words.say('legend.title')}: ${words.dateLong(day)}`)
  return `<table><caption>${caption}</caption><tbody>${rows.join('')}</tbody></table>`
}
