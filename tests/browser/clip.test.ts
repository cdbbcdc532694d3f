/** Moving pictures: made in the page, decoded again, and compared with the pictures of their days. */
import { join } from 'node:path'
import { GifReader } from 'omggif'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { describe, expect, inject, it } from 'vitest'
import { ROOT } from '../architecture/modules.ts'
import { openMap, savedBy } from './harness.ts'

const [WIDTH, HEIGHT] = [1200, 630]
const FRAMES = 3

/** @returns the part of pixels that differ by more than a codec may change them */
function difference(one: Uint8Array, other: Uint8Array): number {
  let off = 0
  let all = 0
  for (let at = 0; at < one.length; at += 4 * 7) {
    all++
    const most = Math.max(...[0, 1, 2].map((part) => Math.abs(one[at + part] - other[at + part])))
    if (most > 40) off++
  }
  return off / all
}

/** @returns frames of a video, four bytes a pixel, decoded by the browser */
async function framesOf(page: Page, video: Buffer): Promise<Uint8Array[]> {
  await page.goto(`${inject('mapUrl')}licences.txt`)
  await page.route('**/mediabunny.mjs', (route) =>
    route.fulfill({ path: join(ROOT, 'node_modules/mediabunny/dist/bundles/mediabunny.min.mjs') }),
  )
  await page.addScriptTag({
    type: 'module',
    content: "import * as mediabunny from './mediabunny.mjs'; window.mediabunny = mediabunny",
  })
  await page.waitForFunction(() => 'mediabunny' in window)
  const frames = await page.evaluate(async (base64) => {
    const { Input, BufferSource, ALL_FORMATS, VideoSampleSink } = (
      window as unknown as { mediabunny: typeof import('mediabunny') }
    ).mediabunny
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
    const track = (await input.getPrimaryVideoTrack())!
    const canvas = new OffscreenCanvas(track.displayWidth, track.displayHeight)
    const context = canvas.getContext('2d')!
    const urls: string[] = []
    for await (const sample of new VideoSampleSink(track).samples()) {
      sample.draw(context, 0, 0)
      sample.close()
      const png = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
      urls.push(btoa(Array.from(png, (byte) => String.fromCharCode(byte)).join('')))
    }
    return urls
  }, video.toString('base64'))
  return frames.map((frame) => PNG.sync.read(Buffer.from(frame, 'base64')).data)
}

describe('a moving picture', () => {
  it('is made of the days of the range, as GIF and as video, frame by frame the pictures of these days', async () => {
    const page = await openMap('?date=2024-12-08&range=2024-12-06..2024-12-08&panel=picture&v=1')
    await page.getByRole('combobox', { name: 'Format' }).selectOption('link')
    await page.getByRole('img', { name: /8 December 2024$/ }).waitFor({ timeout: 60_000 })
    const last = PNG.sync.read((await savedBy(page, 'Save')).bytes).data
    await page.getByText('Moving picture').click()
    const files = page.getByRole('radiogroup', { name: 'File of the moving picture' })
    await files.getByRole('radio', { name: 'GIF' }).click()
    const gif = await savedBy(page, 'Make and save')
    expect(gif.name).toMatch(/-2024-12-06-to-2024-12-08\.gif$/)
    const reader = new GifReader(gif.bytes)
    expect([reader.width, reader.height, reader.numFrames()]).toEqual([WIDTH, HEIGHT, FRAMES])
    const shown = new Uint8Array(4 * WIDTH * HEIGHT)
    const seen = Array.from({ length: FRAMES }, (_, i) => {
      reader.decodeAndBlitFrameRGBA(i, shown)
      return shown.slice()
    })
    expect(difference(seen[FRAMES - 1], last)).toBeLessThan(0.01)
    // The day on which a government fell.
    expect(difference(seen[0], last)).toBeGreaterThan(0.1)

    // What this browser cannot make it says; whatever video it can make is taken.
    const offered = await files.getByRole('radio').allTextContents()
    const cannot = await page.getByText('This browser cannot make').count()
    expect(cannot).toBe(offered.length === 3 ? 0 : 1)
    const file = offered.find((name) => name !== 'GIF')!
    await files.getByRole('radio', { name: file }).click()
    const video = await savedBy(page, 'Make and save')
    expect(video.name).toMatch(new RegExp(`\\.${file.toLowerCase()}$`))

    // Cancelled, it leaves nothing and can be begun again.
    await page.getByRole('combobox', { name: 'Days', exact: true }).selectOption({ index: 2 })
    await page.getByRole('button', { name: 'Make and save' }).click()
    await page.getByText(/^\d+ of \d+ days are drawn/).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Make and save' }).waitFor()
    expect(await page.getByText(/days are drawn/).count()).toBe(0)

    const frames = await framesOf(page, video.bytes)
    expect(frames).toHaveLength(FRAMES)
    frames.forEach((frame, i) => {
      expect(difference(frame, seen[i]), `frame ${i}`).toBeLessThan(0.03)
    })
  })
})
