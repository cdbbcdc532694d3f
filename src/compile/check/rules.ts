/**
 * The rules that geodata must keep. Each is one function that yields problems with its reason code; they know the
 * dataset and nothing else. Adding a rule here is enough for `check`, `build` and CI to enforce it.
 */
import { dayOf, isoOf } from '../../chronicle/day.ts'
import { effectOf } from '../ledger/effects.ts'
import { allClaims, type Dataset } from '../read/model.ts'
import { duplicates, error, type Problem } from '../read/problem.ts'
import { didYouMean } from '../read/suggest.ts'
import { contradictionWithoutVerdict, sameClaimTwice, unknownConflict } from './contradictions.ts'
import {
  areaWithoutName,
  badAreas,
  badBarriers,
  badFrame,
  duplicatePlace,
  placeOutsideCountry,
} from './coordinates.ts'
import { badBands, badLineage, duplicateFaction } from './factions.ts'
import { claimToItself, loserMissing, loserNeverHeld, takerCannotHold, takerMissing } from './takers.ts'

export type Rule = (dataset: Dataset) => Generator<Problem>

export const duplicateId = (dataset: Dataset) => duplicates(allClaims(dataset))

export function* unknownPlace(dataset: Dataset) {
  for (const claim of dataset.claims) {
    if (!dataset.places.has(claim.place))
      yield error(
        'unknown-place',
        claim,
        `${claim.id}: "${claim.place}" is not in places.geojson${didYouMean(claim.place, dataset.places.keys())}`,
      )
  }
}

export function* unknownArea(dataset: Dataset) {
  const known = new Set([
    ...[...dataset.outlines, ...dataset.governorates].map(({ id }) => id),
    ...dataset.areas.keys(),
  ])
  for (const claim of dataset.areaClaims) {
    if (!known.has(claim.area))
      yield error(
        'unknown-area',
        claim,
        `${claim.id}: "${claim.area}" is neither in areas.geojson nor a governorate, a home country or a part of one${didYouMean(claim.area, known)}`,
      )
    for (const id of claim.except) {
      if (!known.has(id) && !dataset.places.has(id))
        yield error(
          'unknown-area',
          claim,
          `${claim.id}: except: "${id}" is no area and no place${didYouMean(id, known)}`,
        )
    }
  }
}

export function* unknownFaction(dataset: Dataset) {
  const known = new Set(dataset.factions.map(({ id }) => id))
  for (const claim of dataset.claims) {
    for (const id of [claim.from, claim.to]) {
      if (id !== null && !known.has(id))
        yield error(
          'unknown-faction',
          claim,
          `${claim.id}: "${id}" is not in factions.json${didYouMean(id, known)}`,
        )
    }
  }
  for (const claim of dataset.areaClaims) {
    for (const id of [...claim.from, claim.to]) {
      if (id && !known.has(id))
        yield error(
          'unknown-faction',
          claim,
          `${claim.id}: "${id}" is not in factions.json${didYouMean(id, known)}`,
        )
    }
  }
}

export function* factionCannotHoldGround(dataset: Dataset) {
  const role = new Map(dataset.factions.map(({ id, role }) => [id, role]))
  for (const claim of dataset.areaClaims) {
    if (claim.verdict !== 'rejected' && !claim.to)
      yield error('holder-missing', claim, `${claim.id}: say in "to" who holds the area afterwards`)
    if (claim.verdict !== 'rejected' && role.get(claim.to) === 'position') {
      yield error(
        'faction-holds-no-ground',
        claim,
        `${claim.id}: ${claim.to} has positions but holds no ground`,
      )
    }
  }
}

export function* factionDissolved(dataset: Dataset) {
  const until = new Map(
    dataset.factions.flatMap(({ id, dissolved }) => (dissolved ? [[id, dayOf(dissolved)] as const] : [])),
  )
  const ground = new Set(dataset.factions.filter(({ role }) => role === 'ground').map(({ id }) => id))
  for (const claim of dataset.claims) {
    const end = claim.to ? until.get(claim.to) : undefined
    if (end !== undefined && claim.earliest > end && effectOf(claim, (id) => ground.has(id)) === 'hold') {
      yield error(
        'faction-no-longer-exists',
        claim,
        `${claim.id}: ${claim.to} holds nothing after ${isoOf(end)}`,
      )
    }
  }
}

export function* unknownSource(dataset: Dataset) {
  for (const claim of allClaims(dataset)) {
    if (claim.sources.length === 0)
      yield error(
        'source-missing',
        claim,
        `${claim.id} needs a source; "background" says that none was found`,
      )
    for (const id of claim.sources) {
      if (!dataset.sources.has(id))
        yield error(
          'unknown-source',
          claim,
          `${claim.id}: "${id}" is not in sources.json${didYouMean(id, dataset.sources.keys())}`,
        )
    }
  }
  for (const barrier of dataset.barriers) {
    for (const id of barrier.sources) {
      if (!dataset.sources.has(id))
        yield error(
          'unknown-source',
          barrier,
          `"${barrier.id}": "${id}" is not in sources.json${didYouMean(id, dataset.sources.keys())}`,
        )
    }
  }
}

export function* verdictWithoutReason(dataset: Dataset) {
  const { languages } = dataset.conflict
  for (const claim of allClaims(dataset)) {
    const missing = languages.filter((language) => !claim.reason[language])
    if (['contested', 'rejected'].includes(claim.verdict) && missing.length > 0) {
      const columns = missing.map((language) => `reason_${language}`).join(' and ')
      yield error('verdict-without-reason', claim, `${claim.id} is ${claim.verdict}: say why, in ${columns}`)
    }
  }
}

/** Days before the start of which nothing can speak of it any more: a hundred years. */
export const OLDEST = 36_525

/** Days after the end up to which it may be open when something happened. */
const LONGEST_DOUBT = 366

export function* dateOutOfRange(dataset: Dataset) {
  const last = dayOf(dataset.conflict.end)
  const oldest = dayOf(dataset.conflict.start) - OLDEST
  for (const claim of allClaims(dataset)) {
    if (claim.earliest > last)
      yield error(
        'date-out-of-range',
        claim,
        `${claim.id}: ${isoOf(claim.earliest)} is after the end of the range, ${dataset.conflict.end}`,
      )
    else if (claim.earliest < oldest)
      yield error(
        'date-out-of-range',
        claim,
        `${claim.id}: ${isoOf(claim.earliest)} is a hundred years before the start`,
      )
    else if (claim.latest > last + LONGEST_DOUBT)
      yield error(
        'date-out-of-range',
        claim,
        `${claim.id}: ${isoOf(claim.latest)} is more than a year after the end of the range, ${dataset.conflict.end}`,
      )
  }
}

/** Days that may pass after the last row without anybody knowing of any change. */
const LONGEST_SILENCE = 366

/** A range that goes on long after anybody has said anything shows days of which nothing is known. */
export function* endBeyondData({ claims, areaClaims, conflict }: Dataset) {
  const last = dayOf(conflict.end)
  const said = Math.max(...[...claims, ...areaClaims].map(({ earliest }) => earliest))
  if (Number.isFinite(said) && last - said > LONGEST_SILENCE)
    yield error(
      'end-beyond-data',
      { file: 'conflict.json', line: 0 },
      `end: ${conflict.end} is more than a year after the last claim, of ${isoOf(said)}`,
    )
}

export function* unknownReading(dataset: Dataset) {
  const claims = new Map(allClaims(dataset).map((claim) => [claim.id, claim]))
  const seen = new Set<string>()
  for (const reading of dataset.readings ?? []) {
    const claim = claims.get(reading.claim)
    if (!claim) yield error('unknown-claim', reading, `there is no claim "${reading.claim}"`)
    else if (!claim.sources.includes(reading.source))
      yield error('unknown-source', reading, `claim ${claim.id} does not cite "${reading.source}"`)
    const key = `${reading.claim} ${reading.source}`
    if (seen.has(key)) yield error('duplicate-reading', reading, `${key} stands twice`)
    seen.add(key)
  }
}

export const RULES: readonly Rule[] = [
  badFrame,
  duplicateId,
  unknownPlace,
  unknownArea,
  unknownFaction,
  factionCannotHoldGround,
  factionDissolved,
  unknownSource,
  verdictWithoutReason,
  unknownConflict,
  dateOutOfRange,
  endBeyondData,
  contradictionWithoutVerdict,
  sameClaimTwice,
  placeOutsideCountry,
  badAreas,
  areaWithoutName,
  badBarriers,
  claimToItself,
  takerMissing,
  takerCannotHold,
  loserMissing,
  loserNeverHeld,
  duplicatePlace,
  duplicateFaction,
  badLineage,
  badBands,
  unknownReading,
]

/** All problems of a dataset, in the order of the rules. */
export function checkDataset(dataset: Dataset): Problem[] {
  return RULES.flatMap((rule) => [...rule(dataset)])
}
