/** The view of a link as a picture: one way for the command line, the pages of a site, and a server that is asked for one. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { formatLink, type LinkNotice, parseLink, saidBy } from '../link/index.ts'
import { stillFiles } from '../still/base-map.ts'
import { outlineText } from '../still/outlines.ts'
import type { Typesetter } from '../still/typesetter.ts'
import { linkContextOf } from '../ui/link-context.ts'
import { composePicture, pictureCamera } from '../ui/picture/compose.ts'
import { pictureFile } from '../ui/picture/file.ts'
import type { PictureFile, PictureFormat } from '../ui/picture/formats.ts'
import { cutFont, FONT_SCRIPTS } from './font-cuts.ts'
import type { OpenBuild } from './open-build.ts'
import { languageOf, wordsIn } from './words-in.ts'

const require = createRequire(import.meta.url)

export interface DrawOptions {
  format: PictureFormat
  /** language of the texts, when the link names none; that of the atlas when absent */
  lang?: string
  /** when the link names none; light when absent */
  theme?: string
  legend?: boolean
  labels?: boolean
  /** shown at the foot; the link when absent */
  address?: string
}

export interface DrawnLink {
  svg: string
  /** what programs show of a PDF */
  about: { title: string; language: string }
  /** what could not be taken as it stands */
  notices: readonly LinkNotice[]
}

/** @throws Error when there is no such language or theme */
export async function drawLink(
  { spans, atlas: atlasOf }: OpenBuild,
  link: string,
  { lang, theme: usual, address, ...options }: DrawOptions,
): Promise<DrawnLink> {
  const shown = atlasOf(saidBy(link).get('atlas'))
  const data = shown.data()
  const { conflict, factions, atlas } = data
  const context = linkContextOf(spans, conflict, factions, atlas)
  const { state, notices } = parseLink(link, context)
  const language = languageOf(state.lang ?? lang ?? conflict.languages[0])
  const theme = state.theme ?? usual ?? 'light'
  if (theme !== 'light' && theme !== 'dark')
    throw new Error(`there is no theme "${theme}"; there are: light, dark`)
  const words = wordsIn(language)
  const picture = {
    ...options,
    words,
    theme,
    type: await typesetter(),
    address: address ?? formatLink(state, context, []),
  } as const
  const { zoom } = pictureCamera(state, data, picture)
  const files = Object.entries(stillFiles(zoom, language, conflict.languages))
  const sources = Object.fromEntries(files.map(([name, path]) => [name, JSON.parse(shown.file(path))]))
  const { beside } = state
  const other = state.with === null && beside ? atlasOf(beside.atlas).data() : null
  const svg = composePicture(state, { ...data, other }, sources, picture)
  return { svg, about: { title: conflict.title[language], language }, notices }
}

/** @returns SVG as text, the other files as bytes. @throws Error as `pictureFile` does */
export async function fileOfLink(
  { svg, about }: Pick<DrawnLink, 'svg' | 'about'>,
  file: PictureFile,
  format: PictureFormat,
): Promise<Uint8Array | string> {
  return pictureFile(svg, file, format, about, async () =>
    readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
  )
}

let setter: Promise<Typesetter> | undefined

/** @throws Error when a font is missing */
function typesetter(): Promise<Typesetter> {
  const weight = (weight: 400 | 600) =>
    Promise.all(
      FONT_SCRIPTS.map(async (script) => new Uint8Array(readFileSync(await cutFont(script, weight, 'sfnt')))),
    )
  setter ??= Promise.all([weight(400), weight(600)]).then(([regular, bold]) => outlineText({ regular, bold }))
  return setter
}
