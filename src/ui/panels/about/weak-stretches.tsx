/** Where the map is weakest, and by how many kilometres it may be wrong there. */

import { useApp } from '../../context.tsx'
import { useLoaded } from '../../data/use-loaded.ts'
import { DataText } from '../../words/data-text.tsx'
import { NotHere } from '../not-here.tsx'
import { stepView } from '../stories/story.ts'
import { loadWeaknesses } from './files.ts'

export function WeakStretches() {
  const { words, session, map } = useApp()
  const loaded = useLoaded(loadWeaknesses)
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  const show = (link: string) => {
    const { day, camera } = stepView(link, session.context).named
    if (day !== undefined) session.clock.setDay(day)
    if (camera) map?.flyTo(camera.lon, camera.lat, camera.zoom)
  }
  return (
    <>
      <p>{words.say('method.weak-what')}</p>
      <ul className="about-weak">
        {loaded.value.stretches.map(({ name, when, km: [from, to], why, link }) => (
          <li key={words.text(name)}>
            {link ? (
              <button type="button" className="text-button" onClick={() => show(link)}>
                <DataText of={name} name />
              </button>
            ) : (
              <bdi>
                <DataText of={name} name />
              </bdi>
            )}
            <strong className="about-km">{words.say('method.km', { from, to })}</strong>
            <span className="about-why">
              <DataText of={when} name /> · <DataText of={why} />
            </span>
          </li>
        ))}
      </ul>
      <dl className="about-notes">
        {loaded.value.notes.map(({ title, text, link }) => (
          <div key={words.text(title)}>
            <dt>
              <DataText of={title} name />
            </dt>
            <dd>
              <DataText of={text} />{' '}
              {link && (
                <button type="button" className="text-button" onClick={() => show(link)}>
                  {words.say('method.show')}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
