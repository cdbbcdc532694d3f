/** Every file of geodata is described by the data package and keeps to its description. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'

interface Field {
  name: string
  type: 'string' | 'number'
  constraints?: { required?: boolean; unique?: boolean; enum?: string[]; pattern?: string }
}
interface Resource {
  path: string
  jsonSchema?: string
  schema?: { fields: Field[] }
  licenses: { name: string }[]
}

const FOLDER = 'geodata'
const json = (path: string) => JSON.parse(readFileSync(join(FOLDER, path), 'utf8'))
const resources = (json('datapackage.json') as { resources: Resource[] }).resources
const ajv = new Ajv({ allErrors: true })

describe('the data package', () => {
  it('lists every table, layer and generated file', () => {
    const listed = new Set(resources.map(({ path }) => path))
    const inFolder = (folder: string, end: RegExp) =>
      readdirSync(join(FOLDER, folder))
        .filter((name) => end.test(name))
        .map((name) => (folder === '.' ? name : `${folder}/${name}`))
    const files = [
      ...['claims', 'events', 'areas', 'barriers', 'positions', 'zones', 'fronts'].flatMap((folder) =>
        inFolder(folder, /\.(csv|geojson)$/),
      ),
      ...inFolder('.', /^(?!datapackage).*\.(csv|json|geojson)$/),
      'atlas/atlas.json',
      'atlas/evidence.json',
    ]
    expect(files.filter((file) => !listed.has(file))).toEqual([])
    expect([...listed].filter((file) => !existsSync(join(FOLDER, file)))).toEqual([])
  })

  it('gives each resource one of the two data licences', () => {
    for (const { path, licenses } of resources)
      expect(['CC-BY-4.0', 'ODbL-1.0'], path).toContain(licenses[0].name)
  })
})

describe('JSON files', () => {
  it.each(resources.filter(({ jsonSchema }) => jsonSchema).map((r) => [r.path, r.jsonSchema!] as const))(
    '%s keeps to %s',
    (path, schema) => {
      const description = json(schema)
      const validate = ajv.getSchema(description.$id) ?? ajv.compile(description)
      const sound = validate(json(path))
      expect(sound ? [] : validate.errors?.slice(0, 5)).toEqual([])
    },
  )
})

describe('tables', () => {
  it.each(resources.filter(({ schema }) => schema).map((r) => [r.path, r.schema!.fields] as const))(
    '%s keeps to its table schema',
    (path, fields) => {
      const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(join(FOLDER, path), 'utf8'), {
        header: true,
        skipEmptyLines: true,
      })
      expect(meta.fields).toEqual(fields.map(({ name }) => name))
      expect(faults(data, fields).slice(0, 5)).toEqual([])
    },
  )

  it('are checked in earnest', () => {
    const fields: Field[] = [
      { name: 'id', type: 'string', constraints: { required: true, unique: true } },
      { name: 'n', type: 'number' },
      { name: 'word', type: 'string', constraints: { enum: ['yes', 'no'] } },
      { name: 'day', type: 'string', constraints: { pattern: '^\\d{4}$' } },
    ]
    expect(faults([{ id: 'a', n: '1', word: 'yes', day: '' }], fields)).toEqual([])
    expect(faults([{ id: '', n: 'x', word: 'maybe', day: '20' }], fields)).toHaveLength(4)
    expect(
      faults(
        [
          { id: 'a', n: '', word: '', day: '' },
          { id: 'a', n: '', word: '', day: '' },
        ],
        fields,
      ),
    ).toHaveLength(1)
  })
})

/** What a table breaks of its schema (the constraints of Frictionless Table Schema that we use). */
function faults(rows: readonly Record<string, string>[], fields: readonly Field[]): string[] {
  return fields.flatMap(({ name, type, constraints = {} }) => {
    const seen = new Set<string>()
    return rows.flatMap((row, i) => {
      const value = row[name] ?? ''
      const at = `line ${i + 2}, ${name}: "${value}"`
      const repeated = seen.has(value)
      seen.add(value)
      if (!value) return constraints.required ? [`${at} is required`] : []
      const wrong = [
        type === 'number' && !Number.isFinite(Number(value)) && 'is no number',
        constraints.enum && !constraints.enum.includes(value) && 'is not among the allowed words',
        constraints.pattern &&
          !new RegExp(constraints.pattern).test(value) &&
          `does not match ${constraints.pattern}`,
        constraints.unique && repeated && 'is not unique',
      ]
      return wrong
        .filter((fault): fault is string => typeof fault === 'string')
        .map((fault) => `${at} ${fault}`)
    })
  })
}
