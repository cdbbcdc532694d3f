/** One claim, from options and from questions on the terminal. */
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { readDataset } from '../compile/read/dataset.ts'
import type { Folder } from '../compile/read/folder.ts'
import { didYouMean } from '../compile/read/suggest.ts'
import { placeId, sourceId } from '../proposal/ids.ts'
import {
  CONFIDENCES,
  EVENT_WORDS,
  PLACE_KINDS,
  type Proposal,
  type Row,
  SOURCE_KINDS,
  VERDICTS,
} from '../proposal/proposal.ts'

const text = { type: 'string' } as const

export const CLAIM_OPTIONS = {
  place: text,
  earliest: text,
  latest: text,
  event: text,
  from: text,
  to: text,
  verdict: text,
  confidence: text,
  sources: text,
  conflicts: text,
  note: text,
  url: text,
  publisher: text,
  published: text,
  language: text,
  kind: text,
  stance: text,
  lon: text,
  lat: text,
  precision: text,
  'place-kind': text,
  governorate: text,
} as const

export type ClaimOptions = Partial<Record<keyof typeof CLAIM_OPTIONS, string>>

interface Field {
  question: string
  fallback?: string
  /** what may be answered */
  of?: readonly string[]
}

/**
 * What no option says is asked, as long as somebody sits there.
 * @returns the proposal with one claim more, and with its place and publication when the data lack them
 * @throws Error when something is missing and nobody can be asked
 */
export async function askForClaim(
  proposal: Proposal,
  given: ClaimOptions,
  folder: Folder,
): Promise<Proposal> {
  const dataset = readDataset(folder, [])
  const lines = stdin.isTTY ? createInterface({ input: stdin, output: stdout }) : null
  const ask = async (name: keyof ClaimOptions, { question, fallback, of }: Field): Promise<string> => {
    const said = given[name]
    if (said !== undefined) return said
    if (!lines) {
      if (fallback !== undefined) return fallback
      throw new Error(`--${name} is missing: ${question}`)
    }
    for (;;) {
      const choice = of ? ` (${of.join(', ')})` : ''
      const answer =
        (await lines.question(`${question}${choice}${fallback ? ` [${fallback}]` : ''}: `)).trim() || fallback
      if (answer !== undefined && (!of || answer === '' || of.includes(answer))) return answer
      console.log(
        answer && of ? `"${answer}" is not one of them${didYouMean(answer, of)}` : 'an answer is needed',
      )
    }
  }
  const factions = dataset.factions.map(({ id }) => id)
  try {
    const places: Row[] = []
    const name = await ask('place', { question: 'Place, by its id or its name' })
    const known = [...dataset.places.values()].find(
      ({ id, name: texts, variants }) =>
        id === name || Object.values(texts).includes(name) || variants.includes(name),
    )
    let place = known?.id
    if (!place) {
      console.log(
        `"${name}" is not in places.geojson${didYouMean(name, dataset.places.keys())}: it becomes a new place`,
      )
      const row: Row = {
        name,
        kind: await ask('place-kind', { question: 'Kind of place', of: PLACE_KINDS, fallback: 'village' }),
        governorate: await ask('governorate', {
          question: 'Governorate',
          of: dataset.governorates.map(({ id }) => id),
        }),
        lon: await ask('lon', { question: 'Longitude, degrees' }),
        lat: await ask('lat', { question: 'Latitude, degrees' }),
        precision_m: await ask('precision', { question: 'Known within, metres', fallback: '1000' }),
      }
      place = placeId(row, new Set(dataset.places.keys()))
      places.push({ id: place, ...row })
    }
    const earliest = await ask('earliest', {
      question: 'First day on which it may have happened, YYYY-MM-DD',
    })
    const claim: Row = {
      place,
      earliest,
      latest: await ask('latest', { question: 'Last day', fallback: earliest }),
      event: await ask('event', { question: 'What happened', of: [...EVENT_WORDS] }),
      from: await ask('from', { question: 'Who held it until then', of: factions, fallback: '' }),
      to: await ask('to', { question: 'Who holds it afterwards', of: factions, fallback: '' }),
      verdict: await ask('verdict', { question: 'Verdict', of: VERDICTS, fallback: 'accepted' }),
      confidence: await ask('confidence', { question: 'How sure', of: CONFIDENCES, fallback: 'likely' }),
      conflicts: await ask('conflicts', {
        question: 'Claims that say otherwise, separated by |',
        fallback: '',
      }),
      note: await ask('note', { question: 'Note', fallback: '' }),
    }
    const sources: Row[] = []
    const cited = await ask('sources', {
      question: 'Publications by their ids, separated by |; nothing for one that is not there yet',
      fallback: '',
    })
    const source: Row = cited
      ? {}
      : {
          url: await ask('url', { question: 'Address of the publication' }),
          publisher: await ask('publisher', { question: 'Publisher' }),
          date: await ask('published', { question: 'Day of publication, YYYY-MM-DD', fallback: '' }),
          language: await ask('language', {
            question: 'Language, ISO 639-1',
            fallback: dataset.conflict.languages.at(-1),
          }),
          kind: await ask('kind', { question: 'Kind', of: SOURCE_KINDS }),
          stance: await ask('stance', {
            question: 'Factions that it is aligned with, separated by |',
            fallback: '',
          }),
        }
    const same = [...dataset.sources.values()].find(({ url }) => source.url && url === source.url)
    const id = same?.id ?? sourceId(source, new Set(dataset.sources.keys()))
    if (!cited && !same) sources.push({ id, ...source })
    return {
      ...proposal,
      places: [...proposal.places, ...places],
      sources: [...proposal.sources, ...sources],
      claims: [...proposal.claims, { ...claim, sources: cited || id }],
    }
  } finally {
    lines?.close()
  }
}
