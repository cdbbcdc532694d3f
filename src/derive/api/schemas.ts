/** JSON Schemas (draft-07) of the files of the interface for programs, one for each kind of file. */

type Schema = Record<string, unknown>

const text: Schema = { type: 'string' }
const name: Schema = { type: 'string', minLength: 1 }
const number: Schema = { type: 'number' }
const km2: Schema = {
  type: 'number',
  minimum: 0,
  description: 'km², in the equal-area projection of the atlas',
}
const date: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const oneOf = (...values: (string | null)[]): Schema => ({ enum: values })
/** Language (ISO 639-1) → text. */
const texts: Schema = { type: 'object', additionalProperties: text }
/** @param optional properties that a record may do without */
const record = (properties: Record<string, Schema>, ...optional: string[]): Schema => ({
  type: 'object',
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  properties,
})
const position = { type: 'array', minItems: 2, items: number }
const COORDINATES = {
  Point: position,
  MultiLineString: listOf(listOf(position)),
  MultiPolygon: listOf(listOf(listOf(position))),
}
const layer = (type: keyof typeof COORDINATES, properties: Schema): Schema =>
  record({
    type: oneOf('FeatureCollection'),
    features: listOf(
      record({
        type: oneOf('Feature'),
        properties,
        geometry: record({ type: oneOf(type), coordinates: COORDINATES[type] }),
      }),
    ),
  })

const start_date = { ...date, description: 'first day, inclusive' }
const end_date = {
  ...orNull(date),
  description: 'first day after, null where it lasts to the end of the atlas',
}
const verdict = oneOf('accepted', 'contested', 'rejected')
const parts = listOf({ type: 'array', items: [name, km2], minItems: 2, maxItems: 2 })
const somewhere = record({ km2, governorates: parts })

const SCHEMAS = {
  index: record({
    api: name,
    version: number,
    atlases: listOf(record({ id: name, title: texts, start: date, end: date, path: name })),
  }),
  atlas: record(
    {
      name,
      title: name,
      profile: oneOf('data-package'),
      titles: texts,
      start: date,
      end: date,
      bbox: { type: 'array', items: number, minItems: 4, maxItems: 4 },
      projection: { ...name, description: 'PROJ string, equal-area, metres' },
      languages: listOf(name),
      attribution: texts,
      licence: texts,
      imported: record({ publisher: text }),
      daily: orNull({ ...name, description: 'address of the ground of one day; {date} stands for it' }),
      resources: listOf(record({ name, path: name, title: name, format: name, jsonSchema: name })),
    },
    'imported',
  ),
  days: listOf(
    record({
      date: { ...date, description: 'first day of the atlas, or a day on which the map changed' },
      factions: listOf(record({ faction: name, low: km2, best: km2, high: km2 })),
    }),
  ),
  changes: listOf(
    record({
      date,
      km2,
      gains: listOf(record({ faction: name, km2, from: parts, governorates: parts })),
      unsettled: somewhere,
      settled: somewhere,
    }),
  ),
  zones: layer(
    'MultiPolygon',
    record({
      faction: name,
      start_date,
      end_date,
      state: oneOf('held', 'contested'),
      cause: oneOf(null, 'fighting', 'date'),
      other: orNull(name),
      grade: oneOf('A', 'B', 'C', 'D', null),
      claims: listOf(name),
    }),
  ),
  fronts: layer(
    'MultiLineString',
    record({
      between: { ...listOf(name), minItems: 1, maxItems: 2 },
      start_date,
      end_date,
      certainty: oneOf('evidence', 'inferred'),
      error_m: { type: 'number', minimum: 0, description: 'metres to either side; 0 where nobody says' },
    }),
  ),
  day: layer(
    'MultiPolygon',
    record({
      date,
      faction: name,
      name,
      state: oneOf('held', 'contested', 'passing'),
      other: orNull(name),
      other_name: orNull(name),
      since: date,
      km2,
    }),
  ),
  claims: listOf(
    record({
      id: name,
      about: name,
      scope: oneOf('place', 'area'),
      earliest: date,
      latest: date,
      event: name,
      from: listOf(name),
      to: orNull(name),
      verdict,
      grade: oneOf('A', 'B', 'C', 'D'),
      reason: texts,
      conflicts: listOf(name),
      sources: listOf(name),
    }),
  ),
  sources: listOf(
    record({
      id: name,
      publisher: text,
      title: orNull(text),
      date: orNull(text),
      url: orNull(text),
      stance: listOf(name),
    }),
  ),
  places: layer(
    'Point',
    record({ id: name, name, names: texts, kind: name, governorate: text, precision_m: number }),
  ),
  positions: layer(
    'Point',
    record({ id: name, site: name, faction: name, kind: name, status: name, start_date: date, end_date }),
  ),
  events: listOf(
    record({
      id: name,
      date,
      date_end: orNull(date),
      kind: name,
      title: texts,
      summary: texts,
      place: orNull(name),
      lon: number,
      lat: number,
      precision_m: number,
      factions: listOf(name),
      verdict,
      sources: listOf(name),
    }),
  ),
  factions: listOf(
    record({
      id: name,
      role: oneOf('ground', 'position'),
      colour: { type: 'string', pattern: '^#[0-9a-fA-F]{3,6}$' },
      names: { ...listOf(record({ from: orNull(date), name: texts, short: texts })), minItems: 1 },
      dissolved: orNull(date),
    }),
  ),
} satisfies Record<string, Schema>

export type SchemaName = keyof typeof SCHEMAS

/** @returns each schema as it is published, by name */
export function publishedSchemas(): [SchemaName, object][] {
  return Object.entries(SCHEMAS).map(([name, schema]) => [
    name as SchemaName,
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `front-atlas-${name}-1`,
      title: name,
      ...schema,
    },
  ])
}
