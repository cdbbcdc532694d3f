/** About a map whose ground was taken from the daily maps of somebody else: no claims, so no method of our own. */
import { useApp } from '../../context.tsx'
import { webAddress } from '../../data/web-address.ts'
import { KeyList } from '../../legend/map-key.tsx'
import { Credits } from './credits.tsx'

export function AboutImported({ publisher, url }: { publisher: string; url: string | null }) {
  const { words, positions } = useApp()
  const address = webAddress(url)
  return (
    <div className="prose about">
      <p>{words.say('about.what')}</p>
      <p>{words.say('about.imported', { publisher })}</p>
      {address && (
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            <bdi>{address}</bdi>
          </a>
        </p>
      )}
      <p>{words.say('about.imported-how')}</p>
      <p>{words.say('about.areas')}</p>
      <h3>{words.say('key.title')}</h3>
      <KeyList positions={positions.length > 0} />
      <h3>{words.say('about.credits')}</h3>
      <Credits />
    </div>
  )
}
