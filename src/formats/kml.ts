/** Ground as KML 2.2 (OGC 07-147r2) for Google Earth and phones: a style for each faction, and the days of each piece. */
import type { Position } from 'geojson'
import type { Atlas } from '../chronicle/atlas.ts'
import type { Faction } from '../chronicle/conflict.ts'
import { dayOf, isoOf } from '../chronicle/day.ts'
import { type GroundPiece, type GroundProperties, groundGeojson } from './ground.ts'

/** How much of the ground below shows through, from 00 to ff. */
const OPACITY = 'a0'

/** @param title of the document */
export function groundKml(
  atlas: Atlas,
  pieces: readonly GroundPiece[],
  factions: readonly Faction[],
  title: string,
): string {
  const { features } = groundGeojson(atlas, pieces)
  const used = factions.filter(({ id }) => features.some(({ properties }) => properties.faction === id))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${escaped(title)}</name>`,
    ...used.map(styleOf),
    '<Folder><name>ground</name>',
    ...features.map(
      ({ properties, geometry }) =>
        `<Placemark><name>${escaped(nameOf(properties))}</name>${daysOf(properties)}<styleUrl>#${escaped(properties.faction)}</styleUrl>${dataOf(properties)}<MultiGeometry>${geometry.coordinates.map(polygonOf).join('')}</MultiGeometry></Placemark>`,
    ),
    '</Folder></Document></kml>',
    '',
  ].join('\n')
}

const nameOf = ({ name, other_name }: GroundProperties) => [name, other_name].filter(Boolean).join(' / ')

/** KML writes colours the other way round: opacity, blue, green, red. */
function styleOf({ id, colour }: Faction): string {
  const hex = colour.slice(1).toLowerCase()
  const [red, green, blue] = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!
  return `<Style id="${escaped(id)}"><LineStyle><width>1</width></LineStyle><PolyStyle><color>${OPACITY}${blue}${green}${red}</color></PolyStyle></Style>`
}

function daysOf({ date, start_date, end_date }: GroundProperties): string {
  if (date) return `<TimeStamp><when>${date}</when></TimeStamp>`
  // Both ends of a span belong to it, while `end_date` is the first day after.
  const end = end_date ? `<end>${isoOf(dayOf(end_date) - 1)}</end>` : ''
  return `<TimeSpan><begin>${start_date}</begin>${end}</TimeSpan>`
}

/** `name` is that of the placemark. */
function dataOf({ name: _, ...properties }: GroundProperties): string {
  const data = Object.entries(properties).map(
    ([key, value]) => `<Data name="${key}"><value>${escaped(String(value ?? ''))}</value></Data>`,
  )
  return `<ExtendedData>${data.join('')}</ExtendedData>`
}

function polygonOf([outer, ...holes]: Position[][]): string {
  const ring = (positions: Position[]) =>
    `<LinearRing><coordinates>${positions.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates></LinearRing>`
  const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`)
  return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${inner.join('')}</Polygon>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character])
