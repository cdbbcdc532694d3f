/** What can be taken away as a file, of what is on screen now. */
import { useState } from 'react'
import { useApp, useClock } from '../context.tsx'
import { EXPORTS } from '../exports/registry.ts'
import { useExport } from '../exports/use-export.ts'
import { Icon } from '../shell/icons.tsx'

export default function DataPanel() {
  const { words, session } = useApp()
  const saveExport = useExport()
  const { day } = useClock('day')
  const [said, setSaid] = useState('')
  const save = (id: (typeof EXPORTS)[number]['id']) =>
    saveExport(id).then(
      (saved) => setSaid(saved ? '' : words.say('export.nothing')),
      () => setSaid(words.say('panel.failed')),
    )
  return (
    <div className="prose">
      <p>{words.say('export.what', { date: words.date(day) })}</p>
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
