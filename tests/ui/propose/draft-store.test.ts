import { describe, expect, it } from 'vitest'
import { addRow } from '../../../src/ui/propose/draft.ts'
import { createDraft, MOST_KEPT } from '../../../src/ui/propose/draft-store.ts'

const KEY = 'front-map.proposal.made-up'

/** A browser's store in memory. */
function memory(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept))
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

describe('the draft of a device', () => {
  it('is there again for whoever comes back, with what is half written', () => {
    const store = memory()
    const draft = createDraft('made-up', store)
    draft.update((proposal) => addRow(proposal, 'claims', { event: 'captured', note: '<b>=1+1' }))
    expect(createDraft('made-up', store).get()).toEqual({
      ...draft.get(),
      editing: 0,
      trouble: null,
    })
  })

  it('of another atlas is another one, and an empty one is not kept', () => {
    const store = memory()
    const draft = createDraft('made-up', store)
    draft.update((proposal) => ({ ...proposal, title: 'x' }))
    expect(createDraft('other', store).get().proposal.title).toBe('')
    draft.clear()
    expect(store.items.size).toBe(0)
  })

  it.each([
    ['cut off', '{"format":"front-line-proposal","claims":[{'],
    ['of another shape', '{"format":"front-line-proposal","version":1,"atlas":"made-up","claims":{}}'],
    ['of another version', '[]'],
    ['too large', `"${'x'.repeat(MOST_KEPT)}"`],
  ])('that is %s says so, and one begins anew', (_, kept) => {
    const { proposal, trouble } = createDraft('made-up', memory({ [KEY]: kept })).get()
    expect(trouble).toBe('unreadable')
    expect(proposal.claims).toEqual([])
  })

  it('says when the device does not keep it', () => {
    const full = {
      ...memory(),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    for (const store of [full, null]) {
      const draft = createDraft('made-up', store)
      draft.update((proposal) => ({ ...proposal, title: 'x' }))
      expect(draft.get().trouble).toBe('not-kept')
      expect(draft.get().proposal.title).toBe('x')
    }
  })
})
