/** What changed from one day to the next: who gained how much ground, from whom, where. */
import { type Atlas, STATE } from './atlas.ts'
import type { Day } from './day.ts'
import { looksAlike } from './history.ts'

/** Ground that one faction took over on one day. Areas in km². */
export interface Gain {
  /** index into `Atlas.factions` */
  faction: number
  km2: number
  /** who held it the day before: [faction index, km²], largest first */
  from: [faction: number, km2: number][]
  /** where: [index into `Atlas.governorates`, km²], largest first */
  governorates: [governorate: number, km2: number][]
  /** the faces */
  faces: number[]
}

/** Some ground and where it lies; km². */
export interface Ground {
  km2: number
  /** [index into `Atlas.governorates`, km²], largest first */
  governorates: [governorate: number, km2: number][]
  faces: number[]
}

export interface DayChange {
  day: Day
  /** ground that changed its holder, km² */
  km2: number
  /** largest first */
  gains: Gain[]
  /** ground that became contested or uncertain that day without having been so the day before */
  unsettled: Ground
  /** ground that was contested or uncertain and stays with its holder, now alone */
  settled: Ground
  /** all faces that look different from the day before */
  faces: number[]
}

interface GainSums {
  from: Map<number, number>
  governorates: Map<number, number>
  faces: number[]
}

/**
 * @returns ascending by day: one entry for each day on which the map looks different from the day before. The
 *   first day of the range is no change, there being no day before.
 */
export function dayChanges(atlas: Atlas): DayChange[] {
  const days = new Map<Day, Map<number, GainSums>>()
  const unsettled = new Map<Day, GainSums>()
  const settled = new Map<Day, GainSums>()
  const touched = new Map<Day, number[]>()
  atlas.faces.forEach((face, index) => {
    for (let i = 1; i < face.history.length; i++) {
      const [before, after] = [face.history[i - 1], face.history[i]]
      if (after.start <= atlas.start || after.start > atlas.end || looksAlike(before, after)) continue
      entry(touched, after.start, () => []).push(index)
      if (before.holder !== after.holder) {
        const sums = entry(
          entry(days, after.start, () => new Map<number, GainSums>()),
          after.holder,
          emptySums,
        )
        add(sums.from, before.holder, face.km2)
        addFace(sums, index, face.governorates)
      }
      if (before.state === STATE.held && after.state !== STATE.held) {
        addFace(entry(unsettled, after.start, emptySums), index, face.governorates)
      }
      if (before.state !== STATE.held && after.state === STATE.held && before.holder === after.holder) {
        addFace(entry(settled, after.start, emptySums), index, face.governorates)
      }
    }
  })
  return [...touched.keys()]
    .sort((a, b) => a - b)
    .map((day) => {
      const gains = [...(days.get(day) ?? [])]
        .map(([faction, sums]) => ({
          faction,
          km2: total(sums.from),
          from: descending(sums.from),
          governorates: descending(sums.governorates),
          faces: sums.faces,
        }))
        .sort((a, b) => b.km2 - a.km2 || a.faction - b.faction)
      return {
        day,
        km2: gains.reduce((sum, gain) => sum + gain.km2, 0),
        gains,
        unsettled: groundOf(unsettled.get(day)),
        settled: groundOf(settled.get(day)),
        faces: touched.get(day)!,
      }
    })
}

/** @returns the change of that very day, or `null` when the map looks as the day before. */
export function changeOn(changes: readonly DayChange[], day: Day): DayChange | null {
  return changes.find((change) => change.day === day) ?? null
}

function groundOf(sums: GainSums = emptySums()): Ground {
  return { km2: total(sums.governorates), governorates: descending(sums.governorates), faces: sums.faces }
}

function emptySums(): GainSums {
  return { from: new Map(), governorates: new Map(), faces: [] }
}

function addFace(sums: GainSums, face: number, governorates: readonly [number, number][]) {
  sums.faces.push(face)
  for (const [governorate, km2] of governorates) add(sums.governorates, governorate, km2)
}

function add(map: Map<number, number>, key: number, value: number) {
  map.set(key, (map.get(key) ?? 0) + value)
}

function total(map: Map<number, number>): number {
  let sum = 0
  for (const value of map.values()) sum += value
  return sum
}

function descending(map: Map<number, number>): [number, number][] {
  return [...map].sort((a, b) => b[1] - a[1] || a[0] - b[0])
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}
