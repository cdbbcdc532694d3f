/** The claims of a proposal: one is written at a time, the others stand in a line each. */
import { dayOf, parseDay } from '../../chronicle/day.ts'
import { periodAt } from '../../chronicle/history.ts'
import type { Row, TableName } from '../../proposal/proposal.ts'
import { useApp, useClock, useView } from '../context.tsx'
import { eventWord, shortName } from '../panels/why/claim-words.ts'
import { Icon } from '../shell/icons.tsx'
import { ClaimForm } from './claim-form.tsx'
import { useForm } from './context.tsx'
import { addRow, newClaim, removeRow } from './draft.ts'

export function ClaimList() {
  const { words, factions, atlas } = useApp()
  const { say, draft, store, evidence } = useForm()
  const { proposal, editing } = draft
  const { place } = useView('place')
  const { day } = useClock('day')
  const holder = useHolderHere()
  const add = () => {
    const row = { ...newClaim(day, holder ?? ''), ...(place && { place }) }
    store.set({ proposal: addRow(proposal, 'claims', row), editing: proposal.claims.length })
  }
  const remove = (table: TableName, index: number) =>
    store.set({
      proposal: removeRow(proposal, table, index),
      ...(table === 'claims' && { editing: null }),
    })
  return (
    <section className="propose-section" aria-label={say('claims.title')}>
      {proposal.claims.length > 0 && <h3>{say('claims.title')}</h3>}
      <ol className="propose-claims">
        {proposal.claims.map((row, index) => (
          // Rows have no name of their own before they are complete, and never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index}>
            <div className="propose-chosen">
              <strong>
                <bdi>{lineOf(row)}</bdi>
              </strong>
              <span className="propose-row-buttons">
                <button
                  type="button"
                  className="button-plain"
                  aria-expanded={editing === index}
                  onClick={() => store.set({ editing: editing === index ? null : index })}
                >
                  {say(editing === index ? 'claims.fold' : 'claims.edit')}
                </button>
                <button
                  type="button"
                  className="button-plain button-icon"
                  aria-label={say('claims.remove', { number: index + 1 })}
                  title={say('claims.remove', { number: index + 1 })}
                  onClick={() => remove('claims', index)}
                >
                  <Icon name="close" />
                </button>
              </span>
            </div>
            {editing === index && <ClaimForm index={index} />}
          </li>
        ))}
        {(['amended', 'areaClaims', 'areas'] as const).flatMap((table) =>
          proposal[table].map((row, index) => (
            <li key={`${table} ${row.id ?? index}`} className="propose-chosen">
              <span>
                {say(`claims.${table}`)} <bdi>{row.id ?? row.area ?? row.name}</bdi>{' '}
                <span className="propose-hint">
                  <bdi>
                    {Object.entries(row)
                      .filter(([column]) => !['id', 'outline'].includes(column))
                      .map(([column, cell]) => `${column}: ${cell}`)
                      .join(' · ')}
                  </bdi>
                </span>
              </span>
              <button
                type="button"
                className="button-plain button-icon"
                aria-label={say('claims.remove-row', { id: row.id ?? String(index + 1) })}
                title={say('claims.remove-row', { id: row.id ?? String(index + 1) })}
                onClick={() => remove(table, index)}
              >
                <Icon name="close" />
              </button>
            </li>
          )),
        )}
      </ol>
      <button type="button" className="button-plain button-framed" onClick={add}>
        {say(proposal.claims.length === 0 ? 'claims.begin' : 'claims.add')}
      </button>
      {place === null && proposal.claims.length === 0 && (
        <p className="propose-hint">{words.say('why.ask')}</p>
      )}
    </section>
  )

  /** `North Town · Taken: Blue Front · 30 November 2024` */
  function lineOf({ place: id, event, to, latest }: Row): string {
    const found = evidence.places.find((place) => place.id === id)
    const own = proposal.places.find((place) => place.id === id)
    const name = found ? words.text(found.name) : (own?.name ?? say('claims.no-place'))
    const date = parseDay(latest ?? '')
    const what = eventWord(event ?? '', words)
    const who = to ? shortName(factions, to, date ?? atlas.start, words) : null
    return [name, who ? `${what}: ${who}` : what, date === null ? null : words.date(dayOf(latest))]
      .filter(Boolean)
      .join(' · ')
  }
}

/** @returns id of the faction that holds the point asked about, from which a claim most likely takes it; `null` where none is */
function useHolderHere(): string | null {
  const { map, atlas, evidence } = useApp()
  const { at, place } = useView('at', 'place')
  const { day } = useClock('day')
  const known = place === null ? null : evidence?.places.find(({ id }) => id === place)
  const point = known ? ([known.lon, known.lat] as const) : at
  const face = point && map ? atlas.faces[map.faces.faceAt(point[0], point[1])] : undefined
  return face ? atlas.factions[periodAt(face.history, day).holder] : null
}
