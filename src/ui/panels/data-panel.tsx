/** What can be taken away as a file: of the day shown, or of the days from one to another. */
import { useState } from 'react'
import { useApp, useClock } from '../context.tsx'
import { EXPORTS } from '../exports/registry.ts'
import { useExport } from '../exports/use-export.ts'
import { Icon } from '../shell/icons.tsx'
import { Segments } from '../shell/segments.tsx'
import '../styles/segments.css'

const SPANS = ['day', 'stretch'] as const

export default function DataPanel() {
  const { atlas, words, session } = useApp()
  const saveExport = useExport()
  const { day, range } = useClock('day', 'range')
  const [span, setSpan] = useState<(typeof SPANS)[number]>('day')
  const [said, setSaid] = useState('')
  // The reader's range, or all days.
  const { start: from, end: to } = range ?? atlas
  const save = (id: (typeof EXPORTS)[number]['id']) =>
    saveExport(id, span === 'stretch' ? { from, to } : undefined).then(
      (saved) => setSaid(saved ? '' : words.say('export.nothing')),
      () => setSaid(words.say('panel.failed')),
    )
  return (
    <div className="prose">
      <Segments
        label={words.say('export.days')}
        ids={SPANS}
        chosen={span}
        choose={(id) => setSpan(id)}
        text={(id) => (id === 'day' ? words.date(day) : words.dateRange(from, to))}
      />
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
