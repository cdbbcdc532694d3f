/** What a change of the data does to the map, as lines of text and as pictures: for proposals and for commits alike. */
import { join } from 'node:path'
import type { Atlas, Period } from '../chronicle/atlas.ts'
import { STATE } from '../chronicle/atlas.ts'
import { isoOf } from '../chronicle/day.ts'
import { dayChanges } from '../chronicle/day-changes.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import { periodAt } from '../chronicle/history.ts'
import type { ChangedGround, Stretch } from '../proposal/compiler.ts'
import { cameraFor, viewOf } from '../still/camera.ts'
import { PICTURE_FORMATS } from '../ui/picture/formats.ts'
import { drawLink, fileOfLink } from './draw-link.ts'
import type { OpenBuild } from './open-build.ts'
import { writeWhole } from './write-whole.ts'

export interface Side {
  atlas: Atlas
  evidence: EvidenceFile
}

/** Stretches that are told one by one. */
const MOST_STRETCHES = 20

/** @returns one line a stretch of days, with who gains and loses how much */
export function stretchLines(stretches: readonly Stretch[], { factions }: Atlas): string[] {
  if (stretches.length === 0) return ['The map does not change.']
  const lines = stretches.slice(0, MOST_STRETCHES).map(({ start, end, km2, shifts }) => {
    const days = start === end ? isoOf(start) : `${isoOf(start)} to ${isoOf(end)}`
    const moved = shifts.flatMap(({ faction, gained, lost }) => [
      ...(gained > 0 ? [`${factions[faction]} +${gained.toFixed(1)}`] : []),
      ...(lost > 0 ? [`${factions[faction]} −${lost.toFixed(1)}`] : []),
    ])
    return `  ${days}: ${km2.toFixed(1)} km² look different${moved.length > 0 ? ` (${moved.join(', ')} km²)` : ', with the same holders'}`
  })
  const more = stretches.length - MOST_STRETCHES
  return more > 0 ? [...lines, `  … and ${more} more stretches of days`] : lines
}

/** @returns what a piece of ground was and is on a day: `holder → holder`, or `holder~other` where two are there */
export function lookOn({ before, after }: ChangedGround, day: number, { factions }: Atlas): string {
  const look = ({ holder, other, state }: Period) =>
    state === STATE.held ? factions[holder] : `${factions[holder]}~${factions[other] ?? '?'}`
  return `${look(periodAt(before, day))} → ${look(periodAt(after, day))}`
}

/**
 * Draws the ground that changes, on the first of the days on which most of it does: before, after, and after with the changed ground marked.
 * @param folder to write `before.png`, `after.png` and `difference.png` into
 * @returns paths of the files; none when nothing changes
 */
export async function changePictures(
  build: OpenBuild,
  id: string,
  sides: { before: Side; after: Side },
  { changed, stretches }: { changed: readonly ChangedGround[]; stretches: readonly Stretch[] },
  folder: string,
): Promise<string[]> {
  const [first] = stretches.toSorted(
    (a, b) => Number(b.shifts.length > 0) - Number(a.shifts.length > 0) || b.km2 - a.km2,
  )
  if (!first) return []
  const format = PICTURE_FORMATS.find(({ id }) => id === 'link')!
  const { link, view } = viewRound(changed, first.start, format)
  const files: string[] = []
  const draw = async (name: string, side: Side, mark: string) => {
    const drawn = await drawLink(withSide(build, id, side), `?atlas=${id}&${link}`, { format })
    const svg = drawn.svg.replace(/<\/svg>\s*$/, `${mark}</svg>`)
    const file = join(folder, `${name}.png`)
    writeWhole(file, await fileOfLink({ ...drawn, svg }, 'png', format))
    files.push(file)
  }
  await draw('before', sides.before, '')
  await draw('after', sides.after, '')
  const differs = changed.filter((ground) => {
    const [was, is] = lookOn(ground, first.start, sides.after.atlas).split(' → ')
    return was !== is
  })
  await draw('difference', sides.after, outlines(differs, view))
  return files
}

/** Room round the changed ground, as a share of it; and the least that a picture shows, degrees. */
const MARGIN = 0.6
const LEAST = 0.25

function viewRound(
  changed: readonly ChangedGround[],
  day: number,
  { width, height }: { width: number; height: number },
) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of changed.flatMap(({ polygons }) => polygons.flat(2))) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  const [west, south, east, north] = box
  const [dx, dy] = [Math.max(LEAST, (east - west) * MARGIN), Math.max(LEAST, (north - south) * MARGIN)]
  const found = cameraFor([west - dx, south - dy, east + dx, north + dy], width, height)
  // Links are meant for a window, and are written with so many digits.
  const shrunk = Math.log2(Math.min(width / 1280, height / 800))
  const [lon, lat, zoom] = [
    Number(found.lon.toFixed(3)),
    Number(found.lat.toFixed(3)),
    Number((found.zoom - shrunk).toFixed(2)),
  ]
  return {
    link: `date=${isoOf(day)}&view=${lon}_${lat}_${zoom}`,
    view: viewOf({ lon, lat, zoom: zoom + shrunk }, width, height),
  }
}

function outlines(
  changed: readonly ChangedGround[],
  { project }: { project(lon: number, lat: number): [number, number] },
) {
  const path = changed
    .flatMap(({ polygons }) => polygons.flat())
    .map(
      (ring) =>
        `M${ring
          .map(([lon, lat]) =>
            project(lon, lat)
              .map((n) => n.toFixed(1))
              .join(' '),
          )
          .join('L')}Z`,
    )
    .join('')
  return `<path d="${path}" fill="#d4006a" fill-opacity="0.22" fill-rule="evenodd" stroke="#d4006a" stroke-width="2" stroke-linejoin="round"/>`
}

function withSide(build: OpenBuild, id: string, { atlas, evidence }: Side): OpenBuild {
  return {
    ...build,
    atlas(wanted) {
      const opened = build.atlas(wanted)
      if (opened.id !== id) return opened
      const data = { ...opened.data(), atlas, changes: dayChanges(atlas), evidence }
      return { ...opened, data: () => data }
    },
  }
}
