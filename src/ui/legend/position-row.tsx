/** Switch of the positions of one faction, with how many there are on the day, those in use apart from all others. */

import type { Faction } from '../../chronicle/conflict.ts'
import { positionStrength, STATUSES } from '../../chronicle/positions.ts'
import { useApp, useClock, useView } from '../context.tsx'
import { SwitchRow } from '../shell/switch.tsx'

export function PositionRow({ faction, name }: { faction: Faction; name: string }) {
  const { words, session, positions } = useApp()
  const { day } = useClock('day')
  const { hidden, hiddenPosts } = useView('hidden', 'hiddenPosts')
  // Ground and posts of one faction are two switches; a faction without ground has only this one.
  const [field, off] =
    faction.role === 'ground' ? (['hiddenPosts', hiddenPosts] as const) : (['hidden', hidden] as const)
  const on = !off.includes(faction.id)
  const toggle = () =>
    session.change({
      [field]: session.context.factions.filter((id) => (id === faction.id ? on : off.includes(id))),
    })
  const shown = positions.filter((one) => one.faction === faction.id && positionStrength(one, day) > 0)
  const counts = STATUSES.map((status) => ({
    status,
    count: shown.filter((position) => position.status === status).length,
  })).filter(({ count }) => count > 0)
  return (
    <li className="legend-row">
      <SwitchRow on={on} set={toggle}>
        <svg className="mark" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="5" fill={faction.colour} stroke="#fffaf0" />
        </svg>
        <span className="legend-name">
          {name}
          <span className="legend-area">
            {counts.map(({ status, count }) => words.say(`positions.${status}`, { count })).join(' · ') ||
              words.say('positions.none')}
          </span>
        </span>
      </SwitchRow>
    </li>
  )
}
