/** What a first visitor is told and offered, until the first act. The page arrives with it (src/ui/first-picture). */
import { useApp } from '../context.tsx'
import './first-visit.css'
import { Icon } from './icons.tsx'
import { PlayFirst } from './play-first.tsx'
import { useNarrow } from './use-page.ts'
import { rememberBegun } from './visits.ts'

export interface FirstVisitProps {
  onPlay(): void
  onClose(): void
}

export function FirstVisit({ onPlay, onClose }: FirstVisitProps) {
  const { words, session, layout, conflict } = useApp()
  const narrow = useNarrow()
  const begin = (act?: () => void) => () => {
    rememberBegun()
    act?.()
    onClose()
  }
  return (
    <section
      ref={narrow ? layout.part('sheet') : null}
      className="first-visit"
      aria-label={words.say('first.label')}
    >
      <p className="first-intro">{words.text(conflict.intro ?? conflict.title)}</p>
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
