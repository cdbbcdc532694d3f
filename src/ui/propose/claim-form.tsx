/** One claim: where, when, what, from whom to whom, and who says so. */
import { useState } from 'react'
import { nameOn } from '../../chronicle/conflict.ts'
import { parseDay } from '../../chronicle/day.ts'
import { CONFIDENCES } from '../../proposal/proposal.ts'
import { useApp } from '../context.tsx'
import { eventWord } from '../panels/why/claim-words.ts'
import { SwitchRow } from '../shell/switch.tsx'
import { SelectCell, TextCell } from './cells.tsx'
import { useForm } from './context.tsx'
import { Contradictions } from './contradictions.tsx'
import { setCell } from './draft.ts'
import { FindingList } from './findings.tsx'
import { PlaceField } from './place-field.tsx'
import { SourcesField } from './sources-field.tsx'
import type { ProposeId } from './words.ts'

/** What can be said to have happened, by what it does to the map. */
const EVENTS = {
  moves: ['captured', 'recaptured', 'handover', 'withdrawn', 'uprising', 'baseline'],
  doubts: ['contested'],
  records: ['entered', 'attack', 'besieged', 'incursion', 'post'],
} as const

export function ClaimForm({ index }: { index: number }) {
  const { words } = useApp()
  const { say, store, draft, compiler } = useForm()
  const row = draft.proposal.claims[index]
  const [ranged, setRanged] = useState(row.earliest !== row.latest)
  const checked = compiler.checked?.claims.find(({ row }) => row.table === 'claims' && row.index === index)
  const cell = (column: string) => ({ table: 'claims' as const, index, column })
  const effect = (Object.keys(EVENTS) as (keyof typeof EVENTS)[]).find((key) =>
    (EVENTS[key] as readonly string[]).includes(row.event),
  )
  const elsewhere = new Set(['place', 'earliest', 'latest', 'event', 'from', 'to', 'sources', 'confidence'])

  return (
    <div className="propose-claim">
      <fieldset>
        <legend>{say('claim.where')}</legend>
        <PlaceField index={index} />
      </fieldset>
      <fieldset>
        <legend>{say('claim.when')}</legend>
        <div className="propose-pair">
          <TextCell
            {...cell('earliest')}
            label={ranged ? say('claim.earliest') : say('claim.day')}
            type="date"
            onWrite={(date) =>
              store.update((proposal) =>
                setCell(proposal, 'claims', index, { earliest: date, ...(!ranged && { latest: date }) }),
              )
            }
          />
          {ranged && <TextCell {...cell('latest')} label={say('claim.latest')} type="date" />}
        </div>
        <SwitchRow
          className="propose-switch"
          at="end"
          on={ranged}
          set={(on) => {
            setRanged(on)
            if (!on) store.update((p) => setCell(p, 'claims', index, { latest: row.earliest ?? '' }))
          }}
        >
          {say('claim.ranged')}
        </SwitchRow>
      </fieldset>
      <fieldset>
        <legend>{say('claim.what')}</legend>
        <SelectCell
          {...cell('event')}
          label={say('claim.event')}
          hint={effect && say(`effect.${effect}` as ProposeId)}
          options={Object.values(EVENTS)
            .flat()
            .map((event) => [event, eventWord(event, words)])}
        />
        <div className="propose-pair">
          <Party index={index} column="from" label={say('claim.from')} />
          <Party index={index} column="to" label={say('claim.to')} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{say('claim.who-says')}</legend>
        <SourcesField index={index} />
        <SelectCell
          {...cell('confidence')}
          label={say('claim.confidence')}
          options={CONFIDENCES.map((word) => [word, say(`confidence.${word}` as ProposeId)])}
        />
      </fieldset>
      <p className="propose-grade" role="status">
        {checked?.grade ? (
          <>
            <strong data-grade={checked.grade}>{words.say('why.grade', { grade: checked.grade })}</strong>{' '}
            {words.say(`why.grade.${checked.grade}`)}
          </>
        ) : (
          say('claim.no-grade')
        )}
      </p>
      <FindingList
        findings={(compiler.checked?.findings ?? []).filter(
          ({ row, field }) =>
            row?.table === 'claims' && row.index === index && (field === null || !elsewhere.has(field)),
        )}
      />
      {checked && <Contradictions checked={checked} />}
    </div>
  )
}

function Party({ index, column, label }: { index: number; column: 'from' | 'to'; label: string }) {
  const { words, factions, atlas } = useApp()
  const { say, draft } = useForm()
  const day = parseDay(draft.proposal.claims[index].latest ?? '') ?? atlas.start
  const ground = factions.filter(({ blank, role }) => !blank && role === 'ground')
  return (
    <SelectCell
      table="claims"
      index={index}
      column={column}
      label={label}
      options={[
        ['', say(column === 'from' ? 'claim.from-nobody' : 'claim.to-nobody')],
        ...ground.map((faction) => [faction.id, nameOn(faction, day, words.language, 'short')] as const),
      ]}
    />
  )
}
