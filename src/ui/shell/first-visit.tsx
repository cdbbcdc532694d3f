/** What a first visitor is told and offered, until the first act. Loaded once the map stands, for those only. */
import { useApp } from '../context.tsx'
import { useLoaded } from '../data/use-loaded.ts'
import { loadAbout } from '../panels/about/files.ts'
import './first-visit.css'
import { Icon } from './icons.tsx'
import { PlayFirst } from './play-first.tsx'
import { rememberBegun } from './visits.ts'

export interface FirstVisitProps {
  onPlay(): void
  onClose(): void
}

export default function FirstVisit({ onPlay, onClose }: FirstVisitProps) {
  const { words, session, conflict } = useApp()
  const about = useLoaded(loadAbout)
  const begin = (act?: () => void) => () => {
    rememberBegun()
    act?.()
    onClose()
  }
  const intro = (about.state === 'ready' && about.value.intro) || conflict.title
  return (
    <section className="first-visit" aria-label={words.say('first.label')}>
      <p className="first-intro">{words.text(intro)}</p>
      <p className="first-ask">{words.say('first.ask')}</p>
      <div className="first-ways">
        <PlayFirst onPlay={begin(onPlay)} />
        <button
          type="button"
          className="button-plain button-framed"
          onClick={begin(() => session.clock.last())}
        >
          <Icon name="last" flip />
          {words.say('first.newest')}
        </button>
        <button
          type="button"
          className="button-plain button-framed"
          onClick={begin(() => session.change({ panel: 'stories' }))}
        >
          <Icon name="stories" />
          {words.say('panel.stories')}
        </button>
      </div>
      <button
        type="button"
        className="button-plain button-icon first-close"
        onClick={begin()}
        aria-label={words.say('close')}
      >
        <Icon name="close" />
      </button>
    </section>
  )
}
