/** Says that what the map shows is a proposal, which side of it, and ends it. */
import { useApp, useView } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'
import { Segments } from '../shell/segments.tsx'
import '../styles/segments.css'
import './preview.css'
import { PREVIEW_VIEWS, previewState, type ShownPreview } from './preview-state.ts'
import { type ProposeId, useProposeWords } from './words.ts'

export default function PreviewBanner({ shown }: { shown: ShownPreview }) {
  const { words, session } = useApp()
  const { panel } = useView('panel')
  const loaded = useProposeWords()
  if (loaded.state !== 'ready') return null
  const say = loaded.value
  const leave = () => {
    previewState.show(null)
    document.querySelector<HTMLElement>('.map [role=application]')?.focus()
  }
  return (
    <section className="preview-banner" aria-label={say('banner.label')}>
      <p>
        <strong>{say('banner.what')}</strong>{' '}
        <span className="preview-only">
          {say(shown.view === 'changes' ? 'banner.key' : 'banner.only-map')}
        </span>
      </p>
      <Segments
        label={say('banner.view')}
        ids={PREVIEW_VIEWS}
        chosen={shown.view}
        choose={(view) => previewState.show({ ...shown, view })}
        text={(view) => say(`banner.${view}` as ProposeId)}
      />
      {panel !== 'propose' && (
        <button type="button" className="button-plain" onClick={() => session.change({ panel: 'propose' })}>
          {words.say('compare.details')}
        </button>
      )}
      <button type="button" className="button-plain preview-leave" onClick={leave}>
        <Icon name="close" />
        <span>{say('banner.leave')}</span>
      </button>
    </section>
  )
}
