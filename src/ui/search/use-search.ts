/** The search index, made when the search is first opened, and towns without claims a little later. */
import { useEffect, useState } from 'react'
import type { Atlas } from '../../chronicle/atlas.ts'
import { assertShape, listOf, number, texts, tuple } from '../../chronicle/shape.ts'
import type { App } from '../context.tsx'
import { useApp } from '../context.tsx'
import { fetchOnce, loadEvents, loadEvidence } from '../data/load.ts'
import { once } from '../data/once.ts'
import type { SearchIndex, Town } from './search-index.ts'

type Found = Pick<App, 'positions' | 'governorates'>

const searcher = () => ({
  makeIndex: once(async ({ positions, governorates }: Found) => {
    const [{ createSearch }, { places }, events] = await Promise.all([
      import('./search-index.ts'),
      loadEvidence(),
      // Places can be found without the events.
      loadEvents().catch(() => []),
    ])
    return createSearch({ places, events, positions, governorates })
  }),
  addTowns: once(async (index: SearchIndex) => index.addTowns(await loadTowns())),
})

/** One for each state of the atlas. */
const searchers = new WeakMap<Atlas, ReturnType<typeof searcher>>()

const loadTowns = fetchOnce('towns.json', (json) => {
  assertShape(json, listOf(tuple(texts, number, number, number)), 'towns')
  return json as Town[]
})

export interface Search {
  state: 'loading' | 'ready' | 'failed'
  index: SearchIndex | null
  /** grows when there is more to be found than before */
  version: number
}

export function useSearch(): Search {
  const { atlas, positions, governorates } = useApp()
  const [search, setSearch] = useState<Search>({ state: 'loading', index: null, version: 0 })
  useEffect(() => {
    let left = false
    const { makeIndex, addTowns } = searchers.get(atlas) ?? searcher()
    searchers.set(atlas, { makeIndex, addTowns })
    makeIndex({ positions, governorates }).then(
      (index) => {
        if (left) return
        setSearch({ state: 'ready', index, version: 1 })
        // Places without claims of their own are worth having, but a search works without them.
        addTowns(index).then(
          () => !left && setSearch({ state: 'ready', index, version: 2 }),
          () => {},
        )
      },
      () => !left && setSearch({ state: 'failed', index: null, version: 0 }),
    )
    return () => {
      left = true
    }
  }, [atlas, positions, governorates])
  return search
}
