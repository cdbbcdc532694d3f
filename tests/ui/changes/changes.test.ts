import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { STATE } from '../../../src/chronicle/atlas.ts'
import { changeList } from '../../../src/chronicle/change-list.ts'
import { boxOfFaces } from '../../../src/chronicle/face-box.ts'
import { csvOf } from '../../../src/ui/data/csv.ts'
import { changeColumns, changeTable } from '../../../src/ui/panels/changes/change-table.ts'
import { intervalOf } from '../../../src/ui/panels/changes/interval.ts'
import { FACTIONS, history, place, START, squares } from '../../chronicle/strip-of-squares.ts'

describe('the two days compared', () => {
  const changeDays = [START + 3, START + 9]

  it('are those around the last change when none was chosen', () => {
    expect(intervalOf(START + 9, null, changeDays)).toEqual({ from: START + 8, to: START + 9 })
    expect(intervalOf(START + 7, null, changeDays)).toEqual({ from: START + 2, to: START + 7 })
  })

  it('are none before the first change', () => {
    expect(intervalOf(START + 2, null, changeDays)).toBeNull()
  })

  it('are in order of time whichever was chosen', () => {
    expect(intervalOf(START + 2, START + 7, changeDays)).toEqual({ from: START + 2, to: START + 7 })
    expect(intervalOf(START + 7, START + 2, changeDays)).toEqual({ from: START + 2, to: START + 7 })
  })
})

describe('the table of changes', () => {
  const atlas = squares([
    history([0, 0], [5, 1]),
    history([0, 0], [5, 0, 1, STATE.contested]),
    history([0, 0], [5, 0, -1, STATE.contested]),
  ])
  const places = [
    place('town', 38.5, 0, { name: { en: 'Town, "old"', ar: 'بلدة' } }),
    place('post', 39.5, 1, { name: { en: '=1+1' } }),
  ]
  const list = changeList(atlas, places, START + 4, START + 5)
  const names = {
    faction: (index: number) => `${FACTIONS[index]} in full`,
    governorate: (index: number) => `Area ${index}`,
  }
  const columns = changeColumns(['en', 'ar'])
  const rows = changeTable(list, atlas, names, ['en', 'ar'])
  const read = Papa.parse<Record<string, string>>(csvOf(columns, rows), {
    header: true,
    skipEmptyLines: true,
  })

  it('is CSV that any reader takes back as it was', () => {
    expect(read.errors).toEqual([])
    expect(read.meta.fields).toEqual(columns)
    expect(read.data).toHaveLength(rows.length)
    expect(read.data[1]).toMatchObject({ place_name: 'Town, "old"', place_name_ar: 'بلدة', lon: '38.5' })
  })

  it('has ground and places apart, with dates, sides and areas', () => {
    expect(read.data[0]).toMatchObject({
      from_date: '2024-11-30',
      to_date: '2024-12-01',
      row: 'ground',
      change: 'gained',
      holder: 'BLUE',
      holder_name: 'BLUE in full',
      previous_holders: 'RED',
      governorate: 'XX-0',
      area_km2_about: '10',
      place: '',
    })
    expect(read.data[1]).toMatchObject({ row: 'place', place: 'town', date_of_change: '2024-12-01' })
    const contested = read.data.filter(({ change }) => change === 'contested')
    expect(new Set(contested.map(({ other_side }) => other_side))).toEqual(new Set(['BLUE', '']))
  })

  it('lets no name run as a formula', () => {
    expect(read.data.find(({ place }) => place === 'post')?.place_name).toBe("'=1+1")
  })
})

describe('the box around faces', () => {
  const atlas = squares([history([0, 0]), history([0, 0]), history([0, 0])])
  it('holds them all', () => {
    expect(boxOfFaces(atlas, [0])).toEqual([38, 35, 39, 36])
    expect(boxOfFaces(atlas, [0, 2])).toEqual([38, 35, 41, 36])
    expect(boxOfFaces(atlas, [])).toBeNull()
  })
})
