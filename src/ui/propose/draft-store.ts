/** The draft of this device: kept in the browser's store, and nowhere else. */
import { assertShape, listOf, record, type Shape, text } from '../../chronicle/shape.ts'
import {
  emptyProposal,
  PROPOSAL_FORMAT,
  PROPOSAL_VERSION,
  type Proposal,
  TABLE_NAMES,
} from '../../proposal/proposal.ts'
import { isEmpty } from './draft.ts'

/** Characters; a store has room for five million, and others need some. */
export const MOST_KEPT = 300_000

export interface Draft {
  proposal: Proposal
  /** index of the claim that is being written, or `null` */
  editing: number | null
  /** `unreadable`: what was kept is damaged; `not-kept`: this device cannot keep it, or it is too large */
  trouble: 'unreadable' | 'not-kept' | null
}

export interface DraftStore {
  get(): Draft
  subscribe(listener: () => void): () => void
  set(patch: Partial<Draft>): void
  update(change: (proposal: Proposal) => Proposal): void
  /** Throws the draft away. */
  clear(): void
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const stores = new Map<string, DraftStore>()

/** @returns the draft for an atlas, the same one for the same id */
export function draftOf(atlas: string): DraftStore {
  const known = stores.get(atlas)
  if (known) return known
  const store = createDraft(atlas, deviceStore())
  stores.set(atlas, store)
  return store
}

/** @returns `null` where the browser keeps nothing */
function deviceStore(): Store | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

export function createDraft(atlas: string, store: Store | null): DraftStore {
  const key = `front-map.proposal.${atlas}`
  const listeners = new Set<() => void>()
  let draft = read()

  function read(): Draft {
    const empty = { proposal: emptyProposal(atlas, ''), editing: null }
    try {
      const kept = store?.getItem(key) ?? null
      if (kept === null) return { ...empty, trouble: null }
      const proposal = proposalKept(kept, atlas)
      return { proposal, editing: proposal.claims.length > 0 ? 0 : null, trouble: null }
    } catch {
      return { ...empty, trouble: 'unreadable' }
    }
  }

  function keep(proposal: Proposal): Draft['trouble'] {
    try {
      if (!store) return 'not-kept'
      if (isEmpty(proposal)) {
        store.removeItem(key)
        return null
      }
      const text = JSON.stringify(proposal)
      if (text.length > MOST_KEPT) return 'not-kept'
      store.setItem(key, text)
      return null
    } catch {
      return 'not-kept'
    }
  }

  function set(patch: Partial<Draft>) {
    draft = { ...draft, ...patch }
    if (patch.proposal) draft.trouble = keep(patch.proposal)
    for (const listener of [...listeners]) listener()
  }

  return {
    get: () => draft,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set,
    update: (change) => set({ proposal: change(draft.proposal) }),
    clear: () => set({ proposal: emptyProposal(atlas, ''), editing: null }),
  }
}

const row: Shape = (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((cell) => typeof cell === 'string')
    ? null
    : ''

const KEPT = record({
  base: text,
  title: text,
  note: text,
  ...Object.fromEntries(TABLE_NAMES.map((table) => [table, listOf(row)])),
})

/**
 * Half-written cells are as they were left: what they say is checked when the compiler looks at them, not here.
 * @throws when it is no draft of this atlas
 */
function proposalKept(kept: string, atlas: string): Proposal {
  if (kept.length > MOST_KEPT) throw new RangeError('the draft is larger than any that is kept')
  const value: unknown = JSON.parse(kept)
  assertShape(value, KEPT, 'draft')
  const proposal = value as Proposal
  if (
    proposal.format !== PROPOSAL_FORMAT ||
    proposal.version !== PROPOSAL_VERSION ||
    proposal.atlas !== atlas
  )
    throw new TypeError('the draft is of another version')
  return { ...emptyProposal(atlas, proposal.base), ...proposal }
}
