/** Which property names the faction, and one id for each name however it is spelled. */

/** Names of properties that tell who holds the ground, the likeliest first; compared without regard to capitals. */
const FACTION_PROPERTIES = [
  'faction',
  'controlled_by',
  'controlledby',
  'controller',
  'control',
  'holder',
  'held_by',
  'occupier',
  'party',
  'side',
  'actor',
  'group',
  'belligerent',
  'owner',
  'force',
  'forces',
  'territory',
  'zone',
  'status',
  'layer',
  'name',
  'title',
]
/** Names of properties in which maps keep the colour of an area. */
const COLOUR_PROPERTIES = ['fill', 'colour', 'color', 'fill-color', 'fillcolor']
const HEX = /^#[0-9a-f]{6}$/i
const LONGEST_ID = 24

/** Ground that a snapshot leaves blank although another snapshot speaks of it. */
export const UNKNOWN = 'UNKNOWN'

export interface FoundFaction {
  id: string
  /** as most often spelled */
  name: string
  /** CSS hex, when the snapshots give one */
  colour: string | null
}

/** @returns the likeliest property that at least half of the features have, else the one that most have; `null` when none has any */
export function guessFactionProperty(allProperties: readonly unknown[]): string | null {
  const counts = FACTION_PROPERTIES.map(
    (name) => allProperties.filter((properties) => textOf(properties, name) !== null).length,
  )
  const enough = Math.max(1, Math.min(allProperties.length / 2, Math.max(...counts)))
  return FACTION_PROPERTIES.find((_, i) => counts[i] >= enough) ?? null
}

/** @returns a property's value as text, `null` when it has none */
export function textOf(properties: unknown, wanted: string): string | null {
  if (typeof properties !== 'object' || properties === null) return null
  for (const [name, value] of Object.entries(properties)) {
    if (name.trim().toLowerCase() !== wanted.toLowerCase()) continue
    if (typeof value !== 'string' && typeof value !== 'number') continue
    const text = String(value).trim().replace(/\s+/g, ' ')
    if (text !== '') return text
  }
  return null
}

/** The factions met so far, in the order in which they were met. */
export class FactionRegister {
  readonly found: FoundFaction[] = []
  private readonly joined: Map<string, string>
  private readonly bySpelling = new Map<string, number>()
  private readonly spellings: Map<string, number>[] = []

  /** @param joins name in the files → name of the faction that it is counted to */
  constructor(joins: ReadonlyMap<string, string> = new Map()) {
    this.joined = new Map([...joins].map(([name, faction]) => [plain(name), faction]))
  }

  /** @returns index of the faction; names that differ only in capitals, marks or punctuation are one faction */
  indexOf(given: string, properties: unknown): number {
    const name = this.joined.get(plain(given)) ?? given
    const spelling = plain(name)
    let index = this.bySpelling.get(spelling)
    if (index === undefined) {
      index = this.found.push({ id: this.freshId(name), name, colour: null }) - 1
      this.bySpelling.set(spelling, index)
      this.spellings.push(new Map())
    }
    this.count(index, name)
    this.found[index].colour ??= colourOf(properties)
    return index
  }

  private count(index: number, name: string): void {
    const counts = this.spellings[index]
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    if (count > (counts.get(this.found[index].name) ?? 0)) this.found[index].name = name
  }

  private freshId(name: string): string {
    const letters = plain(name)
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
    const hash = hashOf(plain(name))
    // A name in another script, or one that would be cut, gets an id from its letters: the same in every import.
    const id =
      letters === ''
        ? `F-${hash}`
        : letters.length <= LONGEST_ID
          ? letters
          : `${letters.slice(0, LONGEST_ID - 7).replace(/-$/, '')}-${hash}`
    const taken =
      this.found.some((faction) => faction.id === id) || id === UNKNOWN || id === 'NONE' || id === 'ALL'
    return taken ? `${id}-${hash}` : id
  }
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || name

function colourOf(properties: unknown): string | null {
  for (const name of COLOUR_PROPERTIES) {
    const text = textOf(properties, name)
    if (text && HEX.test(text)) return text.toLowerCase()
  }
  return null
}

/** @returns six hexadecimal digits (FNV-1a, 32 bits, the upper ones folded in) */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return ((hash ^ (hash >>> 24)) & 0xffffff).toString(16).padStart(6, '0').toUpperCase()
}
