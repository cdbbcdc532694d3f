/** The search index, made when the search is first opened, and towns without claims a little later. */
import { useEffect, useState } from 'react'
import { assertShape, listOf, number, texts, tuple } from '../../chronicle/shape.ts'
import type { App } from '../context.tsx'
import { useApp } from '../context.tsx'
import { fetchOnce, loadEvents, loadEvidence } from '../data/load.ts'
import { once } from '../data/once.ts'
import type { SearchIndex, Town } from './search-index.ts'

const makeIndex = once(async ({ positions, governorates }: Pick<App, 'positions' | 'governorates'>) => {
  const [{ createSearch }, { places }, events] = await Promise.all([
    import('./search-index.ts'),
    loadEvidence(),
    // Places can be found without the events.
    loadEvents().catch(() => []),
  ])
  return createSearch({ places, events, positions, governorates })
})

const loadTowns = fetchOnce('towns.json', (json) => {
  assertShape(json, listOf(tuple(texts, number, number, number)), 'towns')
  return json as Town[]
})

const addTowns = once(async (index: SearchIndex) => index.addTowns(await loadTowns()))

export interface Search {
  state: 'loading' | 'ready' | 'failed'
  index: SearchIndex | null
  /** grows when there is more to be found than before */
  version: number
}

export function useSearch(): Search {
  const { positions, governorates } = useApp()
  const [search, setSearch] = useState<Search>({ state: 'loading', index: null, version: 0 })
  useEffect(() => {
    let left = false
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
  }, [positions, governorates])
  return search
}
