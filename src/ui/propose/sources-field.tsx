/** The publications of a claim: those that the data know, found by name, or new ones. */
import { useId, useState } from 'react'
import type { SourceRecord } from '../../chronicle/evidence.ts'
import { cellOf, listOf } from '../../proposal/proposal.ts'
import { useApp } from '../context.tsx'
import { publicationFacts } from '../panels/why/claim-words.ts'
import { plainWords } from '../search/normalise.ts'
import { Icon } from '../shell/icons.tsx'
import { findingsAt, useForm } from './context.tsx'
import { addRow, idFrom, setCell, withoutUnused } from './draft.ts'
import { FindingText } from './findings.tsx'
import { NewSource } from './new-source.tsx'

/** Publications to choose from at a time. */
const MOST = 6

export function SourcesField({ index }: { index: number }) {
  const { words, factions, atlas } = useApp()
  const { say, draft, store, evidence, compiler } = useForm()
  const ids = listOf(draft.proposal.claims[index].sources)
  const findings = findingsAt(compiler.checked?.findings ?? [], 'claims', index, 'sources')
  const cite = (change: (ids: string[]) => string[]) =>
    store.update((proposal) => {
      const sources = cellOf(change(listOf(proposal.claims[index].sources)))
      return withoutUnused(setCell(proposal, 'claims', index, { sources }))
    })
  const drop = (id: string) => cite((ids) => ids.filter((one) => one !== id))

  return (
    <div className="propose-field">
      {ids.length > 0 && (
        <ul className="propose-sources">
          {ids.map((id) => {
            const own = draft.proposal.sources.findIndex((source) => source.id === id)
            const known = evidence.sources.find((source) => source.id === id)
            return (
              <li key={own >= 0 ? `new-${own}` : id}>
                <p className="propose-chosen">
                  <span>
                    <strong>
                      <bdi>{known ? known.publisher : own >= 0 ? say('source.new') : id}</bdi>
                    </strong>
                    {known && (
                      <span className="publication-facts">
                        {publicationFacts(known, factions, atlas.end, words).join(' · ')}
                      </span>
                    )}
                  </span>
                  <button
                    type="button"
                    className="button-plain button-icon"
                    aria-label={say('source.remove')}
                    title={say('source.remove')}
                    onClick={() => drop(id)}
                  >
                    <Icon name="close" />
                  </button>
                </p>
                {own >= 0 && <NewSource index={own} />}
              </li>
            )
          })}
        </ul>
      )}
      <FindSource
        chosen={ids}
        choose={(id) => cite((ids) => [...ids, id])}
        add={() =>
          store.update((proposal) => {
            const taken = new Set([...evidence.sources, ...proposal.sources].map(({ id }) => id))
            const id = idFrom('', taken, 'new-source')
            const row = { id, language: words.language, kind: 'agency' }
            return setCell(addRow(proposal, 'sources', row), 'claims', index, {
              sources: cellOf([...listOf(proposal.claims[index].sources), id]),
            })
          })
        }
      />
      {findings.map((finding) => (
        <p key={finding.message} className="propose-findings" data-severity={finding.severity}>
          <FindingText finding={finding} />
        </p>
      ))}
    </div>
  )
}

function FindSource({
  chosen,
  choose,
  add,
}: {
  chosen: readonly string[]
  choose(id: string): void
  add(): void
}) {
  const { words, factions, atlas } = useApp()
  const { say, evidence } = useForm()
  const [text, setText] = useState('')
  const id = useId()
  const found = text.trim() === '' ? [] : matching(evidence.sources, text, chosen)
  return (
    <>
      <label htmlFor={id}>{say('source.search')}</label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {text.trim() !== '' && (
        <ul className="propose-found" aria-label={words.say('search.results')}>
          {found.map((source) => (
            <li key={source.id}>
              <button
                type="button"
                className="propose-option"
                onClick={() => {
                  choose(source.id)
                  setText('')
                }}
              >
                <bdi>{source.publisher}</bdi>
                {source.title && (
                  <>
                    {': '}
                    <bdi lang={source.language}>{source.title}</bdi>
                  </>
                )}
                <span className="publication-facts">
                  {publicationFacts(source, factions, atlas.end, words).join(' · ')}
                </span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="propose-hint">{words.say('search.none', { text })}</li>}
        </ul>
      )}
      <button type="button" className="button-plain button-framed" onClick={add}>
        {say('source.add')}
      </button>
    </>
  )
}

/** @returns publications whose publisher, title, date or address hold all words, the newest first */
function matching(sources: readonly SourceRecord[], text: string, chosen: readonly string[]) {
  const wanted = text.includes('//') ? [text.trim().toLowerCase()] : plainWords(text)
  return sources
    .filter(({ id, kind, publisher, title, url, date }) => {
      if (kind === 'none' || chosen.includes(id)) return false
      const said = `${plainWords(`${publisher} ${title ?? ''}`).join(' ')} ${date ?? ''} ${url?.toLowerCase() ?? ''} ${id}`
      return wanted.length > 0 && wanted.every((word) => said.includes(word))
    })
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    .slice(0, MOST)
}
