/** What the numbers are about: where, of what, over which time. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { COUNTS, type Count, SPANS, type Span } from '../../../link/index.ts'
import { useApp, useView } from '../../context.tsx'
import type { Numbers } from './use-numbers.ts'

export function Choices({ numbers }: { numbers: Numbers }) {
  const { session, words, governorates, atlas } = useApp()
  const { where, count, span } = useView('where', 'count', 'span')
  const named = governorates
    .filter(({ id }) => atlas.governorates.includes(id))
    .map(({ id, name }) => ({ id, name: words.text(name) }))
    .sort((a, b) => a.name.localeCompare(b.name, words.locale))
  const { from, to } = numbers.play
  const spanNames: Record<Span, string> = {
    all: words.say('numbers.span-all'),
    near: words.say('numbers.span-near'),
    play: words.say('numbers.from-to', { from: words.dateShort(from), to: words.dateShort(to) }),
  }
  return (
    <div className="choices">
      <label className="choice">
        <span className="visually-hidden">{words.say('numbers.where')}</span>
        <select
          value={where ?? ''}
          title={words.say('numbers.where')}
          onChange={(event) => session.change({ where: event.target.value || null })}
        >
          <option value="">{words.say('numbers.country')}</option>
          {named.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ToggleButtonGroup
        className="segments"
        selectionMode="single"
        disallowEmptySelection
        aria-label={words.say('numbers.count')}
        selectedKeys={[count]}
        onSelectionChange={(keys) => session.change({ count: [...keys][0] as Count })}
      >
        {COUNTS.map((id) => (
          <ToggleButton key={id} id={id} className="segment">
            {words.say(id === 'area' ? 'numbers.area' : 'numbers.places')}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButtonGroup
        className="segments"
        selectionMode="single"
        disallowEmptySelection
        aria-label={words.say('numbers.span')}
        selectedKeys={[span]}
        onSelectionChange={(keys) => session.change({ span: [...keys][0] as Span })}
      >
        {SPANS.map((id) => (
          <ToggleButton key={id} id={id} className="segment">
            {spanNames[id]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
