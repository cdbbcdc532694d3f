/** The mark of a position as on the map: full in use, hollow when left, broken when planned, dotted when inferred. */
import type { Status } from '../../../chronicle/positions.ts'

const DASHES: Record<Status, string | undefined> = {
  active: undefined,
  left: undefined,
  planned: '3 1.9',
  inferred: '1 1.6',
}

export function StatusMark({ status, colour = 'currentColor' }: { status: Status; colour?: string }) {
  return (
    <svg className="mark" viewBox="0 0 14 14" aria-hidden="true">
      <circle
        cx="7"
        cy="7"
        r="5"
        fill={status === 'active' ? colour : 'none'}
        stroke={colour}
        strokeWidth="1.8"
        strokeDasharray={DASHES[status]}
      />
    </svg>
  )
}
