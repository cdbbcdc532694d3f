/** The cut fonts hold every Arabic letter of the data, so that no page fetches a whole font for one of them. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ARABIC, lettersOf } from '../../src/map/font-ranges.ts'

const held = new Set(lettersOf(ARABIC))

it.each(['factions.json', 'places.geojson', 'base/places.geojson', 'events/events.csv'])('%s', (file) => {
  const letters = new Set(readFileSync(`geodata/${file}`, 'utf8').match(/[\u0600-\u06ff]/g))
  expect([...letters].filter((letter) => !held.has(letter))).toEqual([])
})
