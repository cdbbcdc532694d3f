/** Where the map is weakest, and by how many kilometres it may be wrong there. */
import { useApp } from '../../context.tsx'
import { useLoaded } from '../events/use-events.ts'
import { NotHere } from '../not-here.tsx'
import { stepView } from '../stories/story.ts'
import { loadWeaknesses } from './files.ts'

export function WeakStretches() {
  const { words, session, map } = useApp()
  const loaded = useLoaded(loadWeaknesses)
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  const { language } = words
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
          <li key={name.en}>
            {link ? (
              <button type="button" className="text-button" onClick={() => show(link)}>
                {name[language]}
              </button>
            ) : (
              <bdi>{name[language]}</bdi>
            )}
            <strong className="about-km">{words.say('method.km', { from, to })}</strong>
            <span className="about-why">
              {when[language]} · {why[language]}
            </span>
          </li>
        ))}
      </ul>
      <dl className="about-notes">
        {loaded.value.notes.map(({ title, text, link }) => (
          <div key={title.en}>
            <dt>{title[language]}</dt>
            <dd>
              {text[language]}{' '}
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
