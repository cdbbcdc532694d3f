/** What is different between two days, told for readers: who gained, what became contested, what was settled, where. */
import { type Atlas, type Period, STATE } from './atlas.ts'
import { changesBetween } from './changes.ts'
import type { Day } from './day.ts'
import type { PlaceRecord } from './evidence.ts'
import { heldSince } from './history.ts'

/**
 * - `gained`: the ground has another holder
 * - `contested`: held alone before, now contested or changing hands on an uncertain day, the holder is the same
 * - `settled`: contested or uncertain before, now held alone by the same holder
 * - `shifted`: not held alone on either day, the holder is the same, the other side or the kind of doubt is not
 */
export const CHANGE_KINDS = ['gained', 'contested', 'settled', 'shifted'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export interface ChangedPlace {
  place: PlaceRecord
  /** index into `Atlas.faces` of the ground that it stands on */
  face: number
  /** the day of the change; between the two days compared, the second included */
  day: Day
}

/** The part of a group that lies in one governorate. */
export interface ChangedPart {
  /** index into `Atlas.governorates` */
  governorate: number
  km2: number
  faces: number[]
  /** the best known kinds of place first */
  places: ChangedPlace[]
}

export interface ChangeGroup {
  kind: ChangeKind
  /** index into `Atlas.factions` of the holder on the later day */
  faction: number
  /** the other side of ground that is not held alone on the later day, -1 when unknown; null for the other kinds */
  other: number | null
  km2: number
  /** of it not held alone on the later day, km² */
  unsettled: number
  /** who held it on the earlier day: [faction index, km²], largest first */
  from: [faction: number, km2: number][]
  faces: number[]
  /** largest first */
  parts: ChangedPart[]
}

export interface ChangeList {
  from: Day
  to: Day
  /** ground that changed its holder, km² */
  km2: number
  /** in the order of {@link CHANGE_KINDS}, then largest first */
  groups: ChangeGroup[]
}

/** How well a kind of place is known. */
const RANK: Record<string, number> = { city: 0, town: 1, base: 2, crossing: 3, dam: 3, field: 4, village: 5 }
const LEAST_KNOWN = 6

/**
 * @param places all places of the evidence; an empty list gives ground without places
 * @param from any day, `to` likewise: the list always tells from the earlier to the later
 */
export function changeList(atlas: Atlas, places: readonly PlaceRecord[], from: Day, to: Day): ChangeList {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const placesOn = new Map<number, PlaceRecord[]>()
  for (const place of places) {
    const list = placesOn.get(place.face)
    if (list) list.push(place)
    else placesOn.set(place.face, [place])
  }
  const indexOf = new Map(atlas.governorates.map((id, index) => [id, index]))
  const groups = new Map<string, ChangeGroup>()
  for (const { face, before, after } of changesBetween(atlas, first, last)) {
    const kind = kindOf(before, after)
    const other = kind === 'contested' || kind === 'shifted' ? after.other : null
    const key = `${kind} ${after.holder} ${other}`
    const group = groups.get(key) ?? newGroup(kind, after.holder, other)
    groups.set(key, group)
    const { km2, governorates, history } = atlas.faces[face]
    group.km2 += km2
    if (after.state !== STATE.held) group.unsettled += km2
    addTo(group.from, before.holder, km2)
    group.faces.push(face)
    for (const [governorate, part] of governorates) addGround(group, governorate, part, face)
    const day = kind === 'gained' ? Math.max(first + 1, heldSince(history, last)) : after.start
    for (const place of placesOn.get(face) ?? []) {
      const own = indexOf.get(place.governorate)
      const home = own !== undefined && governorates.some(([id]) => id === own) ? own : mainOf(governorates)
      partOf(group, home).places.push({ place, face, day })
    }
  }
  const sorted = [...groups.values()].sort(inOrder)
  for (const group of sorted) {
    group.from.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    group.parts.sort((a, b) => b.km2 - a.km2 || a.governorate - b.governorate)
    for (const part of group.parts) part.places.sort(byRank)
  }
  const gained = sorted.filter(({ kind }) => kind === 'gained')
  return { from: first, to: last, km2: gained.reduce((sum, { km2 }) => sum + km2, 0), groups: sorted }
}

function kindOf(before: Period, after: Period): ChangeKind {
  if (before.holder !== after.holder) return 'gained'
  if (before.state === STATE.held) return 'contested'
  return after.state === STATE.held ? 'settled' : 'shifted'
}

function newGroup(kind: ChangeKind, faction: number, other: number | null): ChangeGroup {
  return { kind, faction, other, km2: 0, unsettled: 0, from: [], faces: [], parts: [] }
}

function addTo(sums: [number, number][], key: number, km2: number) {
  const entry = sums.find(([id]) => id === key)
  if (entry) entry[1] += km2
  else sums.push([key, km2])
}

function addGround(group: ChangeGroup, governorate: number, km2: number, face: number) {
  const part = partOf(group, governorate)
  part.km2 += km2
  part.faces.push(face)
}

function partOf({ parts }: ChangeGroup, governorate: number): ChangedPart {
  let part = parts.find((entry) => entry.governorate === governorate)
  if (!part) {
    part = { governorate, km2: 0, faces: [], places: [] }
    parts.push(part)
  }
  return part
}

/** @returns the governorate in which most of a face lies; -1 for a face in none */
function mainOf(governorates: readonly (readonly [number, number])[]): number {
  let main: readonly [number, number] = [-1, -1]
  for (const entry of governorates) if (entry[1] > main[1]) main = entry
  return main[0]
}

function inOrder(a: ChangeGroup, b: ChangeGroup): number {
  return (
    CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) ||
    b.km2 - a.km2 ||
    a.faction - b.faction ||
    (a.other ?? -1) - (b.other ?? -1)
  )
}

function byRank(a: ChangedPlace, b: ChangedPlace): number {
  const rank = ({ place }: ChangedPlace) => RANK[place.kind] ?? LEAST_KNOWN
  return rank(a) - rank(b) || (a.place.id < b.place.id ? -1 : 1)
}
