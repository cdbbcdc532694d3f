/** What the data have against a proposed claim, and the way to say that they are wrong there. */

import type { CheckedClaim } from '../../proposal/findings.ts'
import { useApp } from '../context.tsx'
import { ClaimCard } from '../panels/why/claim-card.tsx'
import { TextCell } from './cells.tsx'
import { useForm } from './context.tsx'
import { addRow, removeRow } from './draft.ts'
import type { ProposeId } from './words.ts'

export function Contradictions({ checked: { contradicting } }: { checked: CheckedClaim }) {
  const { words, conflict } = useApp()
  const { say, evidence, draft, store } = useForm()
  const found = contradicting.flatMap(({ claim: id, how }) => {
    const claim = evidence.claims.find((claim) => claim.id === id)
    return claim ? [{ claim, how }] : []
  })
  if (found.length === 0) return null
  return (
    <section className="propose-against" aria-label={words.say('why.against')}>
      <h4>{words.say('why.against')}</h4>
      <ul className="claims">
        {found.map(({ claim, how }) => {
          const amended = draft.proposal.amended.findIndex(({ id }) => id === claim.id)
          return (
            <ClaimCard key={claim.id} claim={claim} evidence={evidence}>
              <p className="claim-against">{say(`against.${how}` as ProposeId)}</p>
              {/* A claim about a whole area speaks of many other places, too. */}
              {claim.scope === 'area' ? null : amended < 0 ? (
                <button
                  type="button"
                  className="text-button"
                  onClick={() =>
                    store.update((proposal) =>
                      addRow(proposal, 'amended', { id: claim.id, verdict: 'rejected' }),
                    )
                  }
                >
                  {say('against.reject')}
                </button>
              ) : (
                <>
                  {conflict.languages.map((code) => (
                    <TextCell
                      key={code}
                      table="amended"
                      index={amended}
                      column={`reason_${code}`}
                      label={say('against.reason', { language: words.languageName(code) })}
                      lang={code}
                    />
                  ))}
                  <button
                    type="button"
                    className="text-button"
                    onClick={() => store.update((proposal) => removeRow(proposal, 'amended', amended))}
                  >
                    {say('against.keep')}
                  </button>
                </>
              )}
            </ClaimCard>
          )
        })}
      </ul>
    </section>
  )
}
