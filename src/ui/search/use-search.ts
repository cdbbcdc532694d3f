/** The search index, made when the search is first opened, and towns without claims a little later. */
import { useEffect, useState } from 'react'
import type { App } from '../context.tsx'
import { useApp } from '../context.tsx'
import { fetchJson, loadEvents, loadEvidence } from '../data/load.ts'
import type { SearchIndex, Town } from './search-index.ts'

let made: Promise<SearchIndex> | null = null

function make({ positions, governorates }: Pick<App, 'positions' | 'governorates'>): Promise<SearchIndex> {
  made ??= Promise.all([
    import('./search-index.ts'),
    loadEvidence(),
    // Places can be found without the events.
    loadEvents().catch(() => []),
  ])
    .then(([{ createSearch }, { places }, events]) =>
      createSearch({ places, events, positions, governorates }),
    )
    .catch((error) => {
      made = null
      throw error
    })
  return made
}

let towns: Promise<void> | null = null

/** Places without claims of their own are worth having, but a search works without them. */
function addTowns(index: SearchIndex): Promise<void> {
  towns ??= fetchJson<Town[]>('towns.json')
    .then((list) => index.addTowns(list))
    .catch(() => {
      towns = null
    })
  return towns
}

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
    make({ positions, governorates }).then(
      (index) => {
        if (left) return
        setSearch({ state: 'ready', index, version: 1 })
        addTowns(index).then(() => !left && setSearch({ state: 'ready', index, version: 2 }))
      },
      () => !left && setSearch({ state: 'failed', index: null, version: 0 }),
    )
    return () => {
      left = true
    }
  }, [positions, governorates])
  return search
}
