/** A switch and what stands beside it in its row. */
import type { ReactNode } from 'react'

interface SwitchRowProps {
  on: boolean
  set(on: boolean): void
  /** of the row */
  className?: string
  /** whether the switch comes before or after what it is called */
  at?: 'start' | 'end'
  children: ReactNode
}

export function SwitchRow({ on, set, className = 'switch-row', at = 'start', children }: SwitchRowProps) {
  return (
    <label className={className}>
      {at === 'end' && children}
      <input
        type="checkbox"
        className="switch"
        role="switch"
        aria-checked={on}
        checked={on}
        onChange={() => set(!on)}
      />
      {at === 'start' && children}
    </label>
  )
}
