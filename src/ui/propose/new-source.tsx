/** A publication that the data do not have. What is known of its publisher is filled in. */

import { useId } from 'react'
import { nameOn } from '../../chronicle/conflict.ts'
import { cellOf, listOf, SOURCE_KINDS } from '../../proposal/proposal.ts'
import { useApp } from '../context.tsx'
import type { MessageId } from '../words/words.ts'
import { SelectCell, TextCell } from './cells.tsx'
import { findingsAt, useForm } from './context.tsx'
import { idFrom, renamed, setCell } from './draft.ts'
import { FindingText } from './findings.tsx'

/** The map of another project is no source, and neither is none. */
const KINDS = SOURCE_KINDS.filter((kind) => kind !== 'map' && kind !== 'none')

export function NewSource({ index }: { index: number }) {
  const { words, conflict, factions, atlas } = useApp()
  const { say, store, evidence, draft, compiler } = useForm()
  const row = draft.proposal.sources[index]
  const stanceId = useId()
  const { languages: own } = conflict
  // Those of the conflict first, then those that its publications are written in.
  const languages = [...new Set([...own, ...evidence.sources.map(({ language }) => language)])]

  /** The id follows publisher and day; of a publisher that is known, kind, language and stance are too. */
  function write(cells: Record<string, string>) {
    store.update((proposal) => {
      const before = proposal.sources[index]
      const known = cells.publisher
        ? evidence.sources.find(({ publisher }) => publisher === cells.publisher)
        : undefined
      const told = known && {
        kind: known.kind,
        language: known.language,
        stance: cellOf(known.stance),
      }
      const next = setCell(proposal, 'sources', index, { ...told, ...cells })
      const { publisher = '', date = '' } = next.sources[index]
      const others = proposal.sources.filter((_, i) => i !== index)
      const taken = new Set([...evidence.sources, ...others].map(({ id }) => id))
      const id = publisher ? idFrom(`${publisher} ${date}`, taken, 'new-source') : before.id
      return renamed(next, 'sources', index, id)
    })
  }
  const cell = (column: string) => ({ table: 'sources' as const, index, column })
  const stance = listOf(row.stance)
  const ground = factions.filter(({ blank }) => !blank)
  const findings = findingsAt(compiler.checked?.findings ?? [], 'sources', index, 'stance')
  return (
    <div className="propose-part">
      <TextCell
        {...cell('publisher')}
        label={say('source.publisher')}
        onWrite={(publisher) => write({ publisher })}
      />
      <TextCell {...cell('title')} label={say('source.title')} />
      <TextCell {...cell('url')} label={say('source.url')} type="url" />
      <div className="propose-pair">
        <TextCell
          {...cell('date')}
          label={say('source.date')}
          type="date"
          onWrite={(date) => write({ date })}
        />
        <SelectCell
          {...cell('language')}
          label={say('source.language')}
          options={languages.map((code) => [code, words.languageName(code)])}
        />
      </div>
      <SelectCell
        {...cell('kind')}
        label={say('source.kind')}
        options={KINDS.map((kind) => [kind, words.say(`source.${kind}` as MessageId)])}
      />
      <fieldset className="propose-stance" aria-describedby={`${stanceId}-hint`}>
        <legend>{say('source.stance')}</legend>
        <p id={`${stanceId}-hint`} className="propose-hint">
          {say('source.stance-hint')}
        </p>
        {ground.map((faction) => (
          <label key={faction.id} className="propose-check">
            <input
              type="checkbox"
              checked={stance.includes(faction.id)}
              onChange={({ target }) =>
                write({
                  stance: cellOf(
                    target.checked ? [...stance, faction.id] : stance.filter((id) => id !== faction.id),
                  ),
                })
              }
            />
            {nameOn(faction, atlas.end, words.language, 'short')}
          </label>
        ))}
        {findings.map((finding) => (
          <p key={finding.message} className="propose-findings" data-severity={finding.severity}>
            <FindingText finding={finding} />
          </p>
        ))}
      </fieldset>
    </div>
  )
}
