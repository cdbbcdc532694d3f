/** What lines, hatching and marks mean. */
import { useApp } from '../context.tsx'
import { HatchChip } from './chip.tsx'

export function MapKey({ positions }: { positions: boolean }) {
  const { words } = useApp()
  return (
    <details className="map-key">
      <summary>{words.say('key.title')}</summary>
      <KeyList positions={positions} />
    </details>
  )
}

/** The swatches and signs themselves, as the map draws them. */
export function KeyList({ positions }: { positions: boolean }) {
  const { words, factions } = useApp()
  const [first, second] = factions.filter(({ role }) => role === 'ground')
  return (
    <ul className="key-list">
      <li>
        <LineChip />
        {words.say('key.front')}
      </li>
      <li>
        <LineChip dashed />
        {words.say('key.inferred')}
      </li>
      <li>
        <LineChip dashed banded />
        {words.say('key.doubt')}
      </li>
      <li>
        <HatchChip kind="contested" first={first.colour} second={second.colour} />
        {words.say('key.contested')}
      </li>
      <li>
        <HatchChip kind="passing" first={first.colour} second={second.colour} />
        {words.say('key.passing')}
      </li>
      {positions && (
        <>
          <li>
            <Mark fill="currentColor" />
            {words.say('key.active')}
          </li>
          <li>
            <Mark />
            {words.say('key.left')}
          </li>
          <li>
            <Mark dash="3 1.9" />
            {words.say('key.planned')}
          </li>
          <li>
            <Mark dash="1 1.6" />
            {words.say('key.inferred-position')}
          </li>
        </>
      )}
    </ul>
  )
}

export function LineChip({ dashed, banded }: { dashed?: boolean; banded?: boolean }) {
  return (
    <svg className="chip" viewBox="0 0 22 16" aria-hidden="true">
      {banded && <path d="M1 10C6 5 14 13 21 6" className="key-band" />}
      <path d="M1 10C6 5 14 13 21 6" className="key-line" strokeDasharray={dashed ? '4.5 3' : undefined} />
    </svg>
  )
}

function Mark({ fill = 'none', dash }: { fill?: string; dash?: string }) {
  return (
    <svg className="chip" viewBox="0 0 22 16" aria-hidden="true">
      <circle
        cx="11"
        cy="8"
        r="5"
        fill={fill}
        stroke="currentColor"
        strokeWidth="1.8"
        strokeDasharray={dash}
      />
    </svg>
  )
}
