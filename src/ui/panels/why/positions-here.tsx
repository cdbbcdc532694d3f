/** Bases and posts at a point, as they stand on the day. */

import type { Day } from '../../../chronicle/day.ts'
import type { EvidenceFile } from '../../../chronicle/evidence.ts'
import type { MilitaryPosition } from '../../../chronicle/positions.ts'
import { textsOf } from '../../../chronicle/text.ts'
import { useApp } from '../../context.tsx'
import { DataText } from '../../words/data-text.tsx'
import { shortName } from './claim-words.ts'
import { Publications } from './publications.tsx'

export interface PositionsHereProps {
  positions: readonly MilitaryPosition[]
  day: Day
  evidence: EvidenceFile
}

export function PositionsHere({ positions, day, evidence }: PositionsHereProps) {
  const { words, factions } = useApp()
  if (positions.length === 0) return null
  return (
    <section>
      <h3>{words.say('why.positions')}</h3>
      <ul className="claims">
        {positions.map((position) => (
          <li key={position.id} className="claim">
            <p className="claim-what">
              <strong>{words.text(position.name)}</strong> {shortName(factions, position.faction, day, words)}
            </p>
            <p className="claim-when">
              {words.say(`position.${position.status}`)} ·{' '}
              {words.say('why.since', { date: words.date(position.start) })}
            </p>
            {textsOf(position.reason).length > 0 && (
              <p className="claim-verdict">
                <DataText of={position.reason} />
              </p>
            )}
            <Publications ids={position.sources} evidence={evidence} factions={factions} day={day} />
            <p className="claim-foot">
              <bdi className="claim-id">{position.id}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
