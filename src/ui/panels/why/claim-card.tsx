/** One claim as it stands in the record: when, what, between whom, who says so, what the editor made of it. */

import type { ReactNode } from 'react'
import { dayOf } from '../../../chronicle/day.ts'
import type { ClaimRecord, EvidenceFile } from '../../../chronicle/evidence.ts'
import { textsOf } from '../../../chronicle/text.ts'
import { useApp } from '../../context.tsx'
import { Icon } from '../../shell/icons.tsx'
import { DataText } from '../../words/data-text.tsx'
import type { MessageId } from '../../words/words.ts'
import { aboutName, claimDate, eventWord, partiesOf, shortName } from './claim-words.ts'
import { Publications } from './publications.tsx'

export interface ClaimCardProps {
  claim: ClaimRecord
  evidence: EvidenceFile
  /** place id that needs no mention, because the panel speaks of it anyway */
  here?: string
  /** what comes under it, for example why it is shown */
  children?: ReactNode
}

export function ClaimCard({ claim, evidence, here, children }: ClaimCardProps) {
  const { words, factions } = useApp()
  const day = dayOf(claim.latest)
  const reason = textsOf(claim.reason).length > 0
  return (
    <li className="claim" data-verdict={claim.verdict}>
      <p className="claim-what">
        <strong>{eventWord(claim.event, words)}</strong>
        <PartiesLine claim={claim} />
      </p>
      <p className="claim-when">
        {claimDate(claim, words)}
        {claim.about !== here && <> · {aboutName(claim, evidence, words)}</>}
      </p>
      {(claim.verdict !== 'accepted' || reason) && (
        <p className="claim-verdict">
          {words.say('verdict.label', { verdict: words.say(`verdict.${claim.verdict}` as MessageId) })}{' '}
          <DataText of={claim.reason} />
        </p>
      )}
      <Publications
        ids={claim.sources}
        evidence={evidence}
        factions={factions}
        day={day}
        readings={claim.readings}
      />
      <p className="claim-foot">
        <span title={words.say(`why.grade.${claim.grade}`)}>
          {words.say('why.grade', { grade: claim.grade })}
        </span>
        {' · '}
        <bdi className="claim-id">{claim.id}</bdi>
      </p>
      {children}
    </li>
  )
}

/** `Red Army → Blue Front`, the arrow in the direction of reading. */
function PartiesLine({ claim }: { claim: ClaimRecord }) {
  const { words, factions } = useApp()
  const day = dayOf(claim.latest)
  const name = (id: string) => shortName(factions, id, day, words)
  const parties = partiesOf(claim)
  if (parties.kind === 'named') {
    return parties.names.length > 0 ? <> {parties.names.map(name).join(words.say('separator'))}</> : null
  }
  const from = words.list(parties.from.map(name))
  const to = parties.to ? name(parties.to) : words.say('why.nobody')
  if (!from) return <> {to}</>
  return (
    <>
      {' '}
      <span aria-hidden="true">
        {from} <Icon name="arrow" flip /> {to}
      </span>
      <span className="visually-hidden">{words.say('why.from-to', { from, to })}</span>
    </>
  )
}
