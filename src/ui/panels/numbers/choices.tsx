/** What the numbers are about: where, of what, over which time. */
import { COUNTS, SPANS, type Span } from '../../../link/index.ts'
import { useApp, useView } from '../../context.tsx'
import { Segments } from '../../shell/segments.tsx'
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
      <Segments
        label={words.say('numbers.count')}
        ids={COUNTS}
        chosen={count}
        choose={(count) => session.change({ count })}
        text={(id) => words.say(id === 'area' ? 'numbers.area' : 'numbers.places')}
      />
      <Segments
        label={words.say('numbers.span')}
        ids={SPANS}
        chosen={span}
        choose={(span) => session.change({ span })}
        text={(id) => spanNames[id]}
      />
    </div>
  )
}
