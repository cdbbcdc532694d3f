/** What changed between two days, by who gained and where; every row leads there. */

import { useMemo, useState } from 'react'
import { CHANGE_KINDS, changeList } from '../../../chronicle/change-list.ts'
import type { EvidenceFile } from '../../../chronicle/evidence.ts'
import { useApp, useClock, useView } from '../../context.tsx'
import { type Loaded, useEvidence } from '../../data/use-loaded.ts'
import { useExport } from '../../exports/use-export.ts'
import { about } from '../../words/words.ts'
import { Group } from './group.tsx'
import { intervalOf } from './interval.ts'
import { Since } from './since.tsx'
import { useChangeActions, type Walk } from './use-change-actions.ts'
import './changes.css'
import { AskAgain } from '../ask-again.tsx'

export default function ChangesPanel() {
  const { words, atlas, session, announce } = useApp()
  const saveExport = useExport()
  const { day } = useClock('day')
  const { with: other } = useView('with')
  const evidence = useEvidence()
  const [walk, setWalk] = useState<Walk | null>(null)
  const { changeDays } = session.clock
  // A reader who follows the list from place to place moves the clock; the list stays until the clock moves otherwise.
  const interval = useMemo(
    () => (walk?.day === day ? { from: walk.from, to: walk.to } : intervalOf(day, other, changeDays)),
    [walk, day, other, changeDays],
  )
  const actions = useChangeActions(interval, setWalk)
  const places = evidence.state === 'ready' ? evidence.value.places : NO_PLACES
  const list = useMemo(
    () => interval && changeList(atlas, places, interval.from, interval.to),
    [atlas, places, interval],
  )

  function save() {
    saveExport('changes', interval ?? undefined).catch(() => announce(words.say('panel.failed')))
  }

  const named = list?.groups.reduce(
    (sum, { parts }) => sum + parts.reduce((count, part) => count + part.places.length, 0),
    0,
  )
  return (
    <div className="changes">
      <Since />
      {!list && <p>{words.say('changes.none-yet')}</p>}
      {list && (
        <>
          <p className="changes-between" role="status">
            <strong>
              {words.say('changes.between', { from: words.date(list.from), to: words.date(list.to) })}
            </strong>
            <br />
            {list.groups.length === 0
              ? words.say('changes.none')
              : words.say('changes.total', { km2: words.number(about(list.km2)), places: named ?? 0 })}
          </p>
          <PlacesState evidence={evidence} />
          {CHANGE_KINDS.map((kind) => {
            const groups = list.groups.filter((group) => group.kind === kind)
            if (groups.length === 0) return null
            return (
              <section key={kind}>
                <h3>{words.say(`changes.${kind}`)}</h3>
                <ul className="change-groups">
                  {groups.map((group) => (
                    <Group
                      key={`${group.faction} ${group.other}`}
                      group={group}
                      from={list.from}
                      to={list.to}
                      actions={actions}
                    />
                  ))}
                </ul>
              </section>
            )
          })}
          {list.groups.length > 0 && (
            <button
              type="button"
              className="button-plain changes-csv"
              onClick={save}
              disabled={evidence.state === 'loading'}
            >
              {words.say('changes.csv')}
            </button>
          )}
        </>
      )}
    </div>
  )
}

const NO_PLACES: never[] = []

/** Ground is known at once; the names of places come with the evidence. */
function PlacesState({ evidence }: { evidence: Loaded<EvidenceFile> }) {
  const { words } = useApp()
  if (evidence.state === 'loading') return <p aria-busy="true">{words.say('changes.places-loading')}</p>
  if (evidence.state === 'ready') return null
  return <AskAgain what={words.say('changes.places-failed')} again={evidence.retry} />
}
