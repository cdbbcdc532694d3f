/** What one number of a story leads to: a claim with its verdict and grade, an event, a position. */
import type { EvidenceFile } from '../../../chronicle/evidence.ts'
import { useApp } from '../../context.tsx'
import { useOpenEvent } from '../events/use-open-event.ts'
import { aboutName, claimDate, eventWord } from '../why/claim-words.ts'
import type { Ref } from './story.ts'

export function RefRow({ reference, evidence }: { reference: Ref; evidence: EvidenceFile }) {
  const { words, session } = useApp()
  const openEvent = useOpenEvent()
  if (reference.kind === 'event') {
    const { event } = reference
    return (
      <li>
        <button type="button" className="text-button" onClick={() => openEvent(event)}>
          {words.text(event.title)}
        </button>{' '}
        <span className="events-facts">
          {[words.dateRange(event.start, event.end), verdictOf(event.verdict), reference.id]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </li>
    )
  }
  if (reference.kind === 'claim') {
    const { claim } = reference
    const name = aboutName(claim, evidence, words)
    const isPlace = claim.scope === 'place' && evidence.places.some(({ id }) => id === claim.about)
    const facts = [
      eventWord(claim.event, words),
      claimDate(claim, words),
      verdictOf(claim.verdict),
      words.say('why.grade', { grade: claim.grade }),
      claim.id,
    ]
    return (
      <li>
        {isPlace ? (
          <button
            type="button"
            className="text-button"
            onClick={() => session.change({ place: claim.about, at: null, panel: 'why' })}
          >
            {name}
          </button>
        ) : (
          <bdi>{name}</bdi>
        )}{' '}
        <span className="events-facts">{facts.filter(Boolean).join(' · ')}</span>
      </li>
    )
  }
  if (reference.kind === 'position') {
    const { site, name, status } = reference.position
    return (
      <li>
        <button
          type="button"
          className="text-button"
          onClick={() => session.change({ site, panel: 'position' })}
        >
          {words.text(name)}
        </button>{' '}
        <span className="events-facts">
          {words.say(`position.${status}`)} · {reference.id}
        </span>
      </li>
    )
  }
  return <li className="events-facts">{reference.id}</li>

  function verdictOf(verdict: 'accepted' | 'contested' | 'rejected') {
    return verdict === 'accepted' ? '' : words.say(`verdict.${verdict}`)
  }
}
