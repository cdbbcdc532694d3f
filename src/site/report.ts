/** What a page says of a day in one language to whoever draws no map: programs that look at links, and readers without scripts. */
import { type ChangeGroup, changeList } from '../chronicle/change-list.ts'
import { nameOn } from '../chronicle/conflict.ts'
import type { Day } from '../chronicle/day.ts'
import { eventsBetween } from '../chronicle/events.ts'
import type { EvidenceFile, SourceRecord } from '../chronicle/evidence.ts'
import { daySentenceOf } from '../ui/head/day-sentence.ts'
import type { PictureData } from '../ui/picture/compose.ts'
import { about, type Words } from '../ui/words/words.ts'
import type { SitePage } from './site-atlas.ts'

/** How many places one group of changes names. */
const MOST_PLACES = 12
const MOST_SOURCES = 40

export interface Report {
  title: string
  /** what the page is; of a day the greatest event, where somebody wrote it down, and what changed */
  headline: string
  /** what happened and what changed hands, one line each */
  lines: string[]
  sources: { text: string; url: string | null }[]
}

export function reportOf({ atlas, kind, day, story }: SitePage, words: Words): Report {
  const { data } = atlas
  const name = words.text(atlas.title)
  const sentence = daySentenceOf(data, words)(day)
  const lines = [...eventLines(data, day, words), ...changeLines(data, day, words)]
  const sources = sourcesOf(data, day)
  if (story)
    return {
      title: `${words.text(story.title)} · ${name}`,
      headline: words.text(story.summary),
      lines: story.steps.map(({ title }) => words.text(title)),
      sources: [],
    }
  if (kind === 'atlas')
    return { title: name, headline: words.text(atlas.description), lines: [sentence], sources }
  const greatest = atlas.headlines.get(day)
  const headline = greatest ? `${words.text(greatest.text)}. ${sentence}` : sentence
  return { title: `${words.dateLong(day)} · ${name}`, headline, lines, sources }
}

function eventLines({ events }: PictureData, day: Day, words: Words): string[] {
  return eventsBetween(events, day, day)
    .filter(({ verdict }) => verdict !== 'rejected')
    .map(({ title }) => words.text(title))
}

function changeLines({ atlas, factions, evidence, changes }: PictureData, day: Day, words: Words): string[] {
  if (!changes.some((change) => change.day === day)) return []
  const faction = (index: number) => {
    const record = factions.find(({ id }) => id === atlas.factions[index])
    return record ? nameOn(record, day, words.language) : ''
  }
  const who = ({ kind, faction: holder, other }: ChangeGroup) => {
    if (kind === 'gained') return words.say('changes.to', { faction: faction(holder) })
    if (other === null) return faction(holder)
    return other < 0
      ? words.say('changes.contested-unknown', { holder: faction(holder) })
      : words.say('changes.contested-by', { holder: faction(holder), other: faction(other) })
  }
  return changeList(atlas, evidence?.places ?? [], day - 1, day).groups.map((group) => {
    const places = group.parts.flatMap((part) => part.places.map(({ place }) => words.text(place.name)))
    const named = places.slice(0, MOST_PLACES)
    const more = places.length - named.length
    const text = [
      `${words.say(`changes.${group.kind}`)}: ${who(group)}`,
      words.say('changes.about', { km2: words.number(about(group.km2)) }),
      ...(named.length
        ? [words.list(more > 0 ? [...named, words.say('changes.more', { count: more })] : named)]
        : []),
    ]
    return text.join(' · ')
  })
}

/** Publications behind what becomes different on a day, each once. */
export function sourcesOf({ atlas, evidence, changes }: PictureData, day: Day): Report['sources'] {
  if (!evidence || !(day === atlas.start || changes.some((change) => change.day === day))) return []
  const byId = new Map(evidence.sources.map((source) => [source.id, source]))
  const ids = claimsOn(evidence, day - atlas.start).flatMap((claim) => evidence.claims[claim].sources)
  return [...new Set(ids)]
    .flatMap((id) => byId.get(id) ?? [])
    .slice(0, MOST_SOURCES)
    .map((source) => ({ text: sourceText(source), url: source.url }))
}

/** @param offset days since the first one @returns indexes of claims on which a period rests that begins then */
function claimsOn({ sites }: EvidenceFile, offset: number): number[] {
  const beginning = sites.flatMap(({ history }) => history.filter(([at]) => at === offset))
  return [...new Set(beginning.flatMap(([, , , , , claims]) => claims))].sort((a, b) => a - b)
}

const sourceText = ({ publisher, title, date }: SourceRecord) =>
  [publisher, title, date].filter(Boolean).join(', ')
