import { describe, expect, it } from 'vitest'
import { dayChanges } from '../../src/chronicle/day-changes.ts'
import { LANGUAGES } from '../../src/chronicle/languages.ts'
import { dayPage } from '../../src/ui/first-picture/day-page.ts'
import { insetsOf } from '../../src/ui/page-layout.ts'
import { frozen } from '../fixtures/frozen.ts'
import { atlas } from '../map/webgl/world.ts'
import { wordsOf } from './words.ts'

const languages = LANGUAGES.map(({ code }) => wordsOf(code))
const data = {
  conflict: frozen('conflict.json'),
  several: true,
  factions: frozen('factions.json'),
  governorates: [],
  atlas,
  changes: dayChanges(atlas),
  evidence: null,
  sources: {},
  names: () => ({ type: 'FeatureCollection' as const, features: [] }),
}
const page = dayPage(data, atlas.start, languages)

describe('the page of a day', () => {
  it('says in every language what day it is', () => {
    for (const words of languages) {
      expect(page.body).toContain(`<span lang="${words.language}">${words.dateLong(atlas.start)}</span>`)
      expect(page.body).toContain(`<g lang="${words.language}">`)
      // The other languages are hidden by a rule of their own.
      expect(page.style).toContain(
        `:root:not([lang="${words.language}"]) #first-picture :is([lang="${words.language}"],[lang="${words.language}"] text)`,
      )
    }
  })

  it('is that of its day, and offers to play the first days on the first only', () => {
    const later = dayPage(data, atlas.start + 30, languages)
    expect(later.body).toContain(languages[0].dateLong(atlas.start + 30))
    expect(later.body).not.toContain(languages[0].dateLong(atlas.start))
    expect(page.body).toContain('play-first')
    expect(later.body).not.toContain('play-first')
  })

  it('has no attribute that the policy of the page forbids', () => {
    expect(page.body).not.toMatch(/ style="| on[a-z]+="/)
  })
})

describe('the room that parts of the page take', () => {
  const map = { left: 0, top: 0, right: 1280, bottom: 800, width: 1280, height: 800 }
  const side = { left: 12, top: 12, right: 304, bottom: 692 }
  const dock = { left: 0, top: 716, right: 1280, bottom: 800 }
  const none = { head: null, side: null, bottom: null, panel: null }

  it('is the same where the function is a copy of its text, as in the page', () => {
    const copy = new Function(`return ${insetsOf.toString()}`)()
    const boxes = { ...none, map, head: side, side, bottom: dock }
    expect(copy(boxes)).toEqual(insetsOf(boxes))
    expect(insetsOf(boxes)).toEqual({ top: 44, right: 24, bottom: 122, left: 328 })
  })

  it('begins below a head as wide as a small frame, and beside that of a phone on its side', () => {
    const frame = { left: 0, top: 0, right: 320, bottom: 240, width: 320, height: 240 }
    const legend = { left: 0, top: 135, right: 320, bottom: 240 }
    const wide = { left: 3, top: 3, right: 317, bottom: 30 }
    const insets = insetsOf({ ...none, map: frame, head: wide, bottom: legend })
    expect(insets).toEqual({ top: 34, right: 4, bottom: 123, left: 4 })
    const phone = { ...frame, right: 740, bottom: 360, width: 740, height: 360 }
    const narrow = { left: 8, top: 8, right: 300, bottom: 120 }
    expect(insetsOf({ ...none, map: phone, head: narrow })).toMatchObject({ top: 44, left: 312 })
  })

  it('is on the other side where the page is mirrored', () => {
    const mirrored = { ...side, left: 976, right: 1268 }
    expect(insetsOf({ ...none, map, side: mirrored, bottom: dock })).toMatchObject({ left: 24, right: 328 })
  })
})
