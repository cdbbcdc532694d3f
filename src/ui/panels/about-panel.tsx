import { useWords } from '../context.tsx'
import type { MessageId } from '../words/words.ts'

const PARAGRAPHS: readonly MessageId[] = [
  'about.what',
  'about.how',
  'about.lines',
  'about.borders',
  'about.areas',
]
const CREDITS: readonly { name: string; licence: string; says: MessageId }[] = [
  { name: 'OpenStreetMap', licence: 'ODbL 1.0', says: 'credit.osm' },
  { name: 'GeoNames', licence: 'CC BY 4.0', says: 'credit.geonames' },
  { name: 'Natural Earth', licence: 'public domain', says: 'credit.natural-earth' },
  { name: 'GSHHG', licence: 'LGPL 3', says: 'credit.gshhg' },
  { name: 'Noto Sans', licence: 'OFL 1.1', says: 'credit.noto' },
]

export default function AboutPanel() {
  const words = useWords()
  return (
    <div className="prose">
      {PARAGRAPHS.map((id) => (
        <p key={id}>{words.say(id)}</p>
      ))}
      <h3>{words.say('about.credits')}</h3>
      <ul>
        {CREDITS.map(({ name, licence, says }) => (
          <li key={name}>
            <bdi>{name}</bdi> (<bdi>{licence}</bdi>): {words.say(says)}
          </li>
        ))}
        <li>{words.say('credit.claims')}</li>
      </ul>
    </div>
  )
}
