/** The place of a claim: one that the data have, one of the map's towns, or a point of the reader's own. */
import { useMemo, useState } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'
import { Nearest } from '../../chronicle/nearest.ts'
import { useApp, useView } from '../context.tsx'
import { rowOf } from '../search/results.ts'
import { RowText } from '../search/row-text.tsx'
import type { Found, Town } from '../search/search-index.ts'
import { useSearch } from '../search/use-search.ts'
import { findingsAt, useForm } from './context.tsx'
import { addRow, idFrom, setCell, withoutUnused } from './draft.ts'
import { FindingText } from './findings.tsx'
import { NewPlace } from './new-place.tsx'

/** Names to choose from at a time. */
const MOST = 6
/** How well the point of a town of the map is known, and one that somebody pressed on it; metres. */
const PRECISION = { town: 1000, point: 500 }

type FoundPlace = Extract<Found, { kind: 'place' | 'town' }>

export function PlaceField({ index }: { index: number }) {
  const { words } = useApp()
  const { say, draft, store, evidence, compiler } = useForm()
  const id = draft.proposal.claims[index].place
  const own = draft.proposal.places.findIndex((place) => place.id === id)
  const known = evidence.places.find((place) => place.id === id)
  const findings = findingsAt(compiler.checked?.findings ?? [], 'claims', index, 'place')
  if (!id) return <FindPlace index={index} />
  return (
    <div className="propose-field">
      <p className="propose-chosen">
        <strong>{known ? words.text(known.name) : own >= 0 ? say('place.new') : id}</strong>
        <button
          type="button"
          className="text-button"
          onClick={() =>
            store.update((proposal) => withoutUnused(setCell(proposal, 'claims', index, { place: '' })))
          }
        >
          {say('place.change')}
        </button>
      </p>
      {own >= 0 && <NewPlace index={own} />}
      {findings.map((finding) => (
        <p key={finding.message} className="propose-findings" data-severity={finding.severity}>
          <FindingText finding={finding} />
        </p>
      ))}
    </div>
  )
}

function FindPlace({ index }: { index: number }) {
  const app = useApp()
  const { say, store, evidence } = useForm()
  const { at } = useView('at')
  const [text, setText] = useState('')
  const search = useSearch()
  // The version counts what the index has learnt since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const rows = useMemo(() => {
    const found = search.index?.find(text, 4 * MOST) ?? []
    return found
      .filter((one): one is FoundPlace => one.kind === 'place' || one.kind === 'town')
      .slice(0, MOST)
      .map((result) => ({ ...rowOf(result, app, () => ''), result }))
  }, [text, search.index, search.version, app])

  const choose = (place: string) => store.update((proposal) => setCell(proposal, 'claims', index, { place }))

  function add([lon, lat]: readonly [number, number], precision: number, name: Town[0] | null) {
    const near = new Nearest(evidence.places).find(lon, lat)?.item
    store.update((proposal) => {
      const taken = new Set([...evidence.places, ...proposal.places].map(({ id }) => id))
      const id = idFrom(name?.[FIRST_LANGUAGE] ?? '', taken, 'new-place')
      const row = {
        id,
        name: name?.[FIRST_LANGUAGE] ?? '',
        ...Object.fromEntries(
          Object.entries(name ?? {}).flatMap(([code, said]) =>
            code === FIRST_LANGUAGE || !said ? [] : [[`name_${code}`, said]],
          ),
        ),
        kind: 'village',
        governorate: near?.governorate ?? '',
        precision_m: String(precision),
        lon: lon.toFixed(5),
        lat: lat.toFixed(5),
      }
      return setCell(addRow(proposal, 'places', row), 'claims', index, { place: id })
    })
  }

  return (
    <div className="propose-field">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="propose-search">
          <Label>{say('place.label')}</Label>
          <Input autoComplete="off" placeholder={say('place.search')} />
        </SearchField>
        {text.trim() !== '' && (
          <ListBox
            aria-label={app.words.say('search.results')}
            className="search-results propose-results"
            items={rows}
            renderEmptyState={() => (
              <p className="propose-hint">
                {app.words.say(search.state === 'loading' ? 'search.loading' : 'search.none', { text })}
              </p>
            )}
            onAction={(key) => {
              const result = rows.find(({ id }) => id === key)?.result
              if (result?.kind === 'place') choose(result.place.id)
              else if (result) {
                const [name, lon, lat] = result.town
                add([lon, lat], PRECISION.town, name)
              }
            }}
          >
            {({ id, ...row }) => (
              <ListBoxItem id={id} textValue={row.name} className="search-row">
                <RowText {...row} />
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </Autocomplete>
      {at ? (
        <button
          type="button"
          className="button-plain button-framed"
          onClick={() => add(at, PRECISION.point, null)}
        >
          {say('place.use-point', { point: `${at[1].toFixed(4)}, ${at[0].toFixed(4)}` })}
        </button>
      ) : (
        <p className="propose-hint">{say('place.press-map')}</p>
      )}
    </div>
  )
}
