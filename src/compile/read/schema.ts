/** The schemas of geodata/schema and geodata/datapackage.json, and what a file breaks of them, in words. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import datapackage from '../../../geodata/datapackage.json'
import about from '../../../geodata/schema/about.json'
import areas from '../../../geodata/schema/areas.json'
import atlases from '../../../geodata/schema/atlases.json'
import bands from '../../../geodata/schema/bands.json'
import barriers from '../../../geodata/schema/barriers.json'
import baseAreas from '../../../geodata/schema/base-areas.json'
import baseLines from '../../../geodata/schema/base-lines.json'
import basePoints from '../../../geodata/schema/base-points.json'
import between from '../../../geodata/schema/between.json'
import conflict from '../../../geodata/schema/conflict.json'
import corrections from '../../../geodata/schema/corrections.json'
import factions from '../../../geodata/schema/factions.json'
import outlines from '../../../geodata/schema/outlines.json'
import places from '../../../geodata/schema/places.json'
import positions from '../../../geodata/schema/positions.json'
import sources from '../../../geodata/schema/sources.json'
import stories from '../../../geodata/schema/stories.json'
import weaknesses from '../../../geodata/schema/weaknesses.json'
import { parseDay } from '../../chronicle/day.ts'
import { didYouMean } from './suggest.ts'

/** What a column of a table must keep (the constraints of Frictionless Table Schema that we use). */
export interface Field {
  name: string
  type: string
  constraints?: {
    required?: boolean
    unique?: boolean
    enum?: string[]
    pattern?: string
    minimum?: number
    maximum?: number
  }
}

const SCHEMAS: Record<string, object> = {
  'conflict.json': conflict,
  'factions.json': factions,
  'sources.json': sources,
  'places.geojson': places,
  'about.json': about,
  'atlases.json': atlases,
  'bands.json': bands,
  'corrections.json': corrections,
  'weaknesses.json': weaknesses,
  'areas/areas.geojson': areas,
  'positions/positions.geojson': positions,
  'base/admin1.geojson': outlines,
  'base/countries.geojson': outlines,
  'base/admin1_lines.geojson': between,
  'base/borders.geojson': between,
  'base/lakes.geojson': baseAreas,
  'base/sea.geojson': baseAreas,
  'base/rivers.geojson': baseLines,
  'base/roads_schematic.geojson': baseLines,
  'base/places.geojson': basePoints,
  // All others are parts of home countries.
  base: baseAreas,
  barriers,
  stories,
}
const TABLES = new Map(
  (datapackage.resources as { path: string; schema?: { fields: Field[] } }[]).flatMap(({ path, schema }) =>
    schema ? [[path, schema.fields] as const] : [],
  ),
)
const ajv = new Ajv({ allErrors: true, verbose: true })
const compiled = new Map<string, ValidateFunction>()
/** Faults of one file that are told; a file that is wrong all over needs no more. */
const MOST_FAULTS = 200
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** @returns what the columns of a table must keep; `null` for a table that is described nowhere */
export function fieldsOf(file: string): readonly Field[] | null {
  if (file.startsWith('claims/'))
    return TABLES.get(file.startsWith('claims/areas') ? 'claims/areas.csv' : 'claims/baseline.csv') ?? null
  return TABLES.get(file) ?? null
}

/** @returns columns that a table must have: all but those of one language, because languages are each folder's own */
export function columnsOf(file: string): string[] {
  return (fieldsOf(file) ?? []).map(({ name }) => name).filter((name) => !/_[a-z]{2}$/.test(name))
}

export interface Fault {
  /** index of the feature or of the item of an array, -1 for the file as a whole */
  item: number
  /** the property in which it lies */
  property: string | null
  message: string
}

/** @returns what a file breaks of its schema; nothing for a file without one */
export function faultsOf(file: string, json: unknown): Fault[] {
  const name = file in SCHEMAS ? file : file.split('/')[0]
  if (!(name in SCHEMAS)) return []
  let validate = compiled.get(name)
  if (!validate) {
    validate = ajv.compile(SCHEMAS[name])
    compiled.set(name, validate)
  }
  const faults = validate(json)
    ? []
    : (validate.errors ?? []).filter(tellsSomething).slice(0, MOST_FAULTS).map(faultOf)
  return [...faults, ...impossibleDays(json, [])]
}

/** Of alternatives only the failing parts matter. */
const tellsSomething = ({ keyword }: ErrorObject) => !['anyOf', 'oneOf', 'if'].includes(keyword)

function faultOf(error: ErrorObject): Fault {
  const path = error.instancePath.split('/').slice(1)
  return {
    ...placeOf(path),
    message: `${path.filter((step) => !/^\d+$/.test(step) && step !== 'features').join('.') || 'file'}: ${words(error)}`,
  }
}

function placeOf(path: readonly string[]): Omit<Fault, 'message'> {
  const at = path[0] === 'features' ? 1 : 0
  const isItem = /^\d+$/.test(path[at] ?? '')
  const names = path.slice(isItem ? at + 1 : 0).filter((step) => !/^\d+$/.test(step))
  return { item: isItem ? Number(path[at]) : -1, property: names.at(-1) ?? null }
}

function words({ keyword, params, data, message }: ErrorObject): string {
  const got = typeof data === 'object' ? '' : `, got ${JSON.stringify(data)}`
  if (keyword === 'enum') {
    const allowed = (params.allowedValues as unknown[]).map(String)
    return `expected one of ${allowed.join(', ')}${got}${didYouMean(String(data), allowed)}`
  }
  if (keyword === 'required') return `"${params.missingProperty}" is missing`
  if (keyword === 'additionalProperties') return `"${params.additionalProperty}" is not known here`
  if (keyword === 'pattern' && params.pattern.startsWith('^\\d{4}-\\d{2}-\\d{2}'))
    return `expected YYYY-MM-DD${got}`
  if (keyword === 'minItems' && params.limit === 1) return 'expected at least one entry'
  if (keyword === 'pattern' && params.pattern === '\\S') return 'expected a text that is not empty'
  if (keyword === 'pattern' && params.pattern.includes('view='))
    return `expected a view such as date=2024-12-08&view=38.5_35_6.5 (lon, lat, zoom)${got}`
  return `${message}${got}`
}

/** @returns false for a day that does not exist, and for one so far ahead that nobody can have written of it */
export const isLikely = (day: string) => parseDay(day) !== null && day < '2100'

/** Dates that look like one and are none, anywhere. */
function impossibleDays(value: unknown, path: string[]): Fault[] {
  if (typeof value === 'string')
    return DAY.test(value) && !isLikely(value)
      ? [{ ...placeOf(path), message: `there is no day ${value}, or not yet` }]
      : []
  if (typeof value !== 'object' || value === null) return []
  // Coordinates hold no dates, and may be many.
  if (Array.isArray(value) && typeof value[0] === 'number') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'coordinates' ? [] : impossibleDays(inner, [...path, key]),
  )
}
