/** What is wrong or doubtful, in the reader's words where there are any, with the rule that says so. */

import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'
import type { Finding } from '../../proposal/findings.ts'
import { useWords } from '../context.tsx'
import { useForm } from './context.tsx'
import type { ProposeId } from './words.ts'

/** Rules that a reader meets while filling in the form; the others are told as the compiler says them, in English. */
const TOLD = new Set([
  'cell-missing',
  'cell-too-long',
  'date-malformed',
  'date-range-reversed',
  'duplicate-place',
  'formula',
  'id-malformed',
  'json-unreadable',
  'loser-never-held',
  'markup',
  'not-a-proposal',
  'not-text',
  'number-malformed',
  'place-outside-country',
  'taker-missing',
  'too-large',
  'too-many-rows',
  'unknown-column',
  'unknown-key',
  'unknown-place',
  'unseen-letters',
  'wrong-version',
])

export function FindingText({ finding: { rule, message }, where }: { finding: Finding; where?: string }) {
  const words = useWords()
  const { say } = useForm()
  const own = TOLD.has(rule)
  const foreign = words.language !== FIRST_LANGUAGE
  return (
    <>
      {where && (
        <>
          <bdi className="propose-where">{where}</bdi>{' '}
        </>
      )}
      {own ? (
        say(`rule.${rule}` as ProposeId)
      ) : (
        <span lang={FIRST_LANGUAGE} dir={foreign ? 'ltr' : undefined}>
          {message}
        </span>
      )}{' '}
      <bdi className="propose-rule" title={message}>
        {rule}
      </bdi>
    </>
  )
}

/** All of a kind, each with row and field: for files that are refused, and for what stands under no field. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <ul className="propose-findings">
      {findings.map((finding) => {
        const { row, field, rule, message } = finding
        const where = [row && (row.id || `${row.table}[${row.index}]`), field].filter(Boolean).join(' · ')
        return (
          <li key={`${where} ${rule} ${message}`} data-severity={finding.severity}>
            <FindingText finding={finding} where={where || undefined} />
          </li>
        )
      })}
    </ul>
  )
}
