/**
 * The register of sources. It takes the `sources` cells of the fact files apart and gives every publication one id that
 * depends on its address alone, so that files imported at different times agree. The labels of a publication that is
 * cited twice are merged: the fuller date wins.
 */
import { createHash } from 'node:crypto'
import type { SourceRecord } from '../../src/chronicle/evidence.ts'
import { FOUNDING_SOURCES, publicationsOf } from './founding.ts'
import { describePublisher } from './publishers.ts'
import { addressKey, dateOf, decode, type SourceItem, splitSources } from './source-text.ts'

export const BACKGROUND: SourceRecord = {
  id: 'background',
  publisher: 'No publication found',
  title: null,
  date: null,
  url: null,
  language: 'en',
  kind: 'none',
  stance: [],
  note: 'General knowledge of the lines before and during the period; gives the lowest grade until a source is found.',
}

export class SourceRegistry {
  readonly #records = new Map<string, SourceRecord>()

  constructor() {
    for (const record of [BACKGROUND, ...FOUNDING_SOURCES]) this.#records.set(record.id, { ...record })
  }

  /**
   * Registers the publications of a `sources` cell.
   * @param cell "Publisher 1 Dec 2024 https://…;seed:000;background-knowledge"
   * @param hint what the row says about itself (ISO day, place, note): chooses among the publications of a founding
   *   document that is a collection
   * @returns ids in the order of the cell, without repetition; `background` alone when the cell names nothing
   */
  idsFor(cell: string, hint = ''): string[] {
    const ids = new Set<string>()
    for (const item of splitSources(cell)) {
      if (/^seed:\d{3}$/.test(item.label)) for (const id of publicationsOf(item.label, hint)) ids.add(id)
      else if (/^background/.test(item.label)) ids.add(BACKGROUND.id)
      else ids.add(this.#register(item))
    }
    if (ids.size === 0) ids.add(BACKGROUND.id)
    return [...ids]
  }

  /** All publications registered so far, ascending by id. */
  all(): SourceRecord[] {
    return [...this.#records.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  }

  #register(item: SourceItem): string {
    const date = dateOf(item.label, item.url)
    const id = idOf(item)
    const known = this.#records.get(id)
    if (known) {
      if (date && (known.date?.length ?? 0) < date.length) known.date = date
      return id
    }
    const publisher = describePublisher(item.label, item.url, date)
    this.#records.set(id, { id, ...publisher, date, url: item.url })
    return id
  }
}

/** `host-abc123`: the name in the host and a digest of the address. */
function idOf(item: SourceItem): string {
  const key = item.url ? addressKey(item.url) : item.label
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 6)
  const host = item.url ? (/^https?:\/\/([^/:]+)/.exec(item.url)?.[1] ?? '') : decode(item.label)
  const labels = host.replace(/^www\./, '').split('.')
  const name = item.url && !/^\d+(\.\d+)+$/.test(host) ? longest(labels.slice(0, -1)) : labels.join('-')
  return `${slug(name)}-${digest}`
}

const longest = (parts: string[]) => parts.reduce((a, b) => (b.length > a.length ? b : a), parts[0] ?? '')

/** Lower-case Latin letters, digits and hyphens. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’ʿʾ‘`]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
}
