import { describe, expect, it } from 'vitest'
import { rgbOf } from '../../src/map/colour.ts'
import { PALETTES } from '../../src/map/palette.ts'
import { expectGround, groundColours, NOBODY, nearestFaction } from './colour.ts'
import { goTo, linkOf, showMap } from './harness.ts'
import { linkTo, pointOf } from './places.ts'

/** What everybody knows of these days, read off the screen. */
const KNOWN: [place: string, date: string, faction: string][] = [
  ['aleppo', '2024-11-26', 'SAA'],
  ['aleppo', '2024-12-01', 'HTS'],
  ['hama', '2024-12-03', 'SAA'],
  ['hama', '2024-12-06', 'HTS'],
  ['damascus', '2024-11-26', 'SAA'],
  ['damascus', '2024-12-09', 'HTS'],
  ['idlib', '2024-11-26', 'HTS'],
  ['raqqa', '2024-11-26', 'SDF'],
  ['raqqa', '2024-12-09', 'SDF'],
  ['raqqa', '2025-12-31', 'SDF'],
]

describe('the ruler', () => {
  it("tells all grounds apart, and takes ink for nobody's", () => {
    for (const theme of ['light', 'dark'] as const) {
      const grounds = groundColours(theme)
      for (const [id, rgb] of grounds) {
        // Two grounds of one army may share a colour on purpose.
        const twins = grounds.filter(([, other]) => other.join() === rgb.join()).map(([twin]) => twin)
        expect(twins, id).toContain(nearestFaction(rgb, theme))
        expect(twins.length, id).toBeLessThanOrEqual(2)
      }
      expect(nearestFaction(rgbOf(PALETTES[theme].label), theme)).toBeNull()
      expect(nearestFaction(rgbOf(PALETTES[theme].front), theme)).toBeNull()
    }
  })
})

describe('the ground', () => {
  it('has the colour of whom everybody knows to have held it', { timeout: 300_000 }, async () => {
    const page = await showMap(linkTo('aleppo', '2024-11-26'))
    for (const [place, date, faction] of KNOWN) {
      await goTo(page, linkTo(place, date))
      await expectGround(page, pointOf(place), faction)
    }
  })

  it('follows the day while it steps and jumps', async () => {
    const page = await showMap(linkTo('aleppo', '2024-11-26'))
    const point = pointOf('aleppo')
    await expectGround(page, point, 'SAA')
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-01' })
    await expectGround(page, point, 'HTS')
    await page.keyboard.press('Home')
    await expectGround(page, point, 'SAA')
    await page.keyboard.press('End')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2025-12-31' })
    await expectGround(page, point, 'HTS')
  })

  it('is bare where its faction is hidden', async () => {
    const page = await showMap(linkTo('raqqa', '2024-12-09', '&hide=SDF'))
    await expectGround(page, pointOf('raqqa'), NOBODY)
    await goTo(page, linkTo('raqqa', '2024-12-09', '&hide=SNA.HTS'))
    await expectGround(page, pointOf('raqqa'), 'SDF')
  })

  it('has the colours of the legend in the dark too', async () => {
    const page = await showMap(linkTo('raqqa', '2024-12-09', '&theme=dark'))
    await expectGround(page, pointOf('raqqa'), 'SDF', 'dark')
  })
})
