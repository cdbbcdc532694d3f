/** Draws the picture of what is on screen. What it takes besides the page is fetched when the first one is drawn. */
import arabic from '@fonts/arabic-400.ttf?url'
import arabicBold from '@fonts/arabic-600.ttf?url'
import latin from '@fonts/latin-400.ttf?url'
import latinBold from '@fonts/latin-600.ttf?url'
import turkic from '@fonts/turkic-400.ttf?url'
import turkicBold from '@fonts/turkic-600.ttf?url'
import type { Day } from '../../../chronicle/day.ts'
import { assertShape, listOf, record, text } from '../../../chronicle/shape.ts'
import { stillFiles } from '../../../still/base-map.ts'
import type { Sources } from '../../../still/style-layers.ts'
import type { Typesetter } from '../../../still/typesetter.ts'
import type { App } from '../../context.tsx'
import { fetchOnce, loadEvents, loadEvidence, loadExactAtlas, loaderOfAtlas } from '../../data/load.ts'
import { once } from '../../data/once.ts'
import { composePicture, type PictureView, pictureCamera } from '../../picture/compose.ts'
import type { PictureFormat } from '../../picture/formats.ts'

export interface PictureChoice {
  format: PictureFormat
  legend: boolean
  labels: boolean
}

/**
 * @returns SVG with its text as outlines: what is shown before saving is what will be saved
 * @throws Error when something that it needs does not arrive; the next call asks again
 */
export async function drawPicture(
  app: App,
  view: Omit<PictureView, 'day'>,
  day: Day,
  choice: PictureChoice,
): Promise<string> {
  const beside = view.with === null ? view.beside : null
  const [type, atlas, events, evidence, other] = await Promise.all([
    typesetter(),
    loadExactAtlas(),
    app.events ?? loadEvents(),
    app.evidence ?? loadEvidence(),
    beside && loaderOfAtlas(beside.atlas)(),
  ])
  const { words, theme, session, layout } = app
  const map = layout.box('map')
  const options = {
    ...choice,
    words,
    theme,
    type,
    address: session.address({ panel: null }),
    seenOn: map ? { width: map.width, height: map.height } : undefined,
  }
  const { zoom } = pictureCamera(view, app, options)
  const files = await Promise.all(
    Object.entries(stillFiles(zoom, app.words.language, app.conflict.languages)).map(
      async ([name, file]) => [name, await baseFile(file)] as const,
    ),
  )
  return composePicture(
    { ...view, day },
    { ...app, atlas, events, evidence, other },
    Object.fromEntries(files),
    options,
  )
}

const baseFiles = new Map<string, () => Promise<Sources[string]>>()

function baseFile(file: string): Promise<Sources[string]> {
  const load =
    baseFiles.get(file) ??
    fetchOnce(file, (json) => {
      assertShape(json, record({ features: listOf(record({ geometry: record({ type: text }) })) }), file)
      return json as Sources[string]
    })
  baseFiles.set(file, load)
  return load()
}

const typesetter = once(async (): Promise<Typesetter> => {
  const [{ outlineText }, regular, bold] = await Promise.all([
    import('../../../still/outlines.ts'),
    Promise.all([latin, turkic, arabic].map(bytesOf)),
    Promise.all([latinBold, turkicBold, arabicBold].map(bytesOf)),
    import('virtual:shaper').then(({ start }) => start()),
  ])
  return outlineText({ regular, bold })
})

async function bytesOf(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
