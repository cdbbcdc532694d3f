import { areasOn } from '../chronicle/areas.ts'
import { STATE } from '../chronicle/atlas.ts'
import { changesBetween } from '../chronicle/changes.ts'
import { FIRST_LANGUAGE, languageRow } from '../chronicle/languages.ts'
import { textIn } from '../chronicle/text.ts'
import { dayIn, readCompiled } from './compiled-files.ts'

/** `diff <date> <date>`: what changed between two days, by faction and by place. Returns the exit code. */
export async function diff(folder: string, [from, to]: string[]): Promise<number> {
  const { atlas, evidence } = readCompiled(folder)
  const [before, after] = [dayIn(atlas, from), dayIn(atlas, to)]
  const [old, fresh] = [areasOn(atlas, before), areasOn(atlas, after)]
  const km2 = (n: number) => Math.round(n).toLocaleString(languageRow(FIRST_LANGUAGE).locale)
  atlas.factions.forEach((faction, i) => {
    if (old[i].high === 0 && fresh[i].high === 0) return
    const change = fresh[i].best - old[i].best
    console.log(
      `${faction.padEnd(8)} ${km2(old[i].best).padStart(8)} → ${km2(fresh[i].best).padStart(8)} km² (${change >= 0 ? '+' : ''}${km2(change)}; ${km2(fresh[i].low)}–${km2(fresh[i].high)})`,
    )
  })
  const placesOf = new Map<number, string[]>()
  for (const place of evidence.places)
    placesOf.set(place.face, [...(placesOf.get(place.face) ?? []), textIn(place.name).text])
  for (const { face, before: was, after: is } of changesBetween(atlas, before, after)) {
    const look = ({ holder, other, state }: typeof was) =>
      `${atlas.factions[holder]}${state === STATE.held ? '' : `~${other < 0 ? '?' : atlas.factions[other]}`}`
    const names = placesOf.get(face) ?? []
    console.log(
      `  ${look(was)} → ${look(is)}  ${km2(atlas.faces[face].km2)} km²  ${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`,
    )
  }
  return 0
}
