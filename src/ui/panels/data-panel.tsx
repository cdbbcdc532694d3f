/** What can be taken away as a file: of the day shown, or of the days from one to another. */
import { useId, useState } from 'react'
import { useApp, useClock } from '../context.tsx'
import { EXPORTS } from '../exports/registry.ts'
import { useExport } from '../exports/use-export.ts'
import { Icon } from '../shell/icons.tsx'
import '../styles/segments.css'

export default function DataPanel() {
  const { atlas, words, session } = useApp()
  const saveExport = useExport()
  const { day, range } = useClock('day', 'range')
  const [span, setSpan] = useState<'day' | 'stretch'>('day')
  const [said, setSaid] = useState('')
  const daysId = useId()
  // The reader's range, or all days.
  const { start: from, end: to } = range ?? atlas
  const save = (id: (typeof EXPORTS)[number]['id']) =>
    saveExport(id, span === 'stretch' ? { from, to } : undefined).then(
      (saved) => setSaid(saved ? '' : words.say('export.nothing')),
      () => setSaid(words.say('panel.failed')),
    )
  return (
    <div className="prose">
      <div className="choice">
        <label htmlFor={daysId}>{words.say('export.days')}</label>{' '}
        <select
          id={daysId}
          value={span}
          onChange={(event) => setSpan(event.target.value === 'day' ? 'day' : 'stretch')}
        >
          <option value="day">{words.date(day)}</option>
          <option value="stretch">{words.dateRange(from, to)}</option>
        </select>
      </div>
      <p>{words.say('export.what')}</p>
      <ul>
        {EXPORTS.map(({ id, title, format }) => (
          <li key={id}>
            <button type="button" className="button-plain" onClick={() => save(id)}>
              <Icon name="download" />
              <span>
                {words.say(title)} (<bdi>{format}</bdi>)
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      <button type="button" className="text-button" onClick={() => session.change({ panel: 'about' })}>
        {words.say('about.credits')}
      </button>
    </div>
  )
}
