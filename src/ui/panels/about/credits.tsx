/** What about.json says of this conflict: how boundaries are drawn, and whose data the map is made from. */
import { useWords } from '../../context.tsx'
import { useLoaded } from '../../data/use-loaded.ts'
import { NotHere } from '../not-here.tsx'
import { loadAbout } from './files.ts'

export function Boundaries() {
  const words = useWords()
  const loaded = useLoaded(loadAbout)
  const text = loaded.state === 'ready' ? loaded.value.boundaries : undefined
  return text ? <p>{words.text(text)}</p> : null
}

/** Surroundings, typeface and code are the same under every conflict. */
export function Credits() {
  const words = useWords()
  const loaded = useLoaded(loadAbout)
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  const { credits = [], licence } = loaded.value
  return (
    <ul>
      {credits.map(({ name, licence, what }) => (
        <li key={name}>
          <bdi>{name}</bdi> (<bdi>{licence}</bdi>): {words.text(what)}
        </li>
      ))}
      {!credits.some(({ name }) => name === 'Natural Earth') && (
        <li>
          <bdi>Natural Earth</bdi> (public domain): {words.say('credit.natural-earth')}
        </li>
      )}
      <li>
        <bdi>Noto Sans</bdi> (<bdi>OFL 1.1</bdi>): {words.say('credit.noto')}
      </li>
      {licence && <li>{words.text(licence)}</li>}
      <li>{words.say('credit.code')}</li>
    </ul>
  )
}
