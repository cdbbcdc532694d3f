/** What a proposal would change: made when asked for, laid over the map, and told in words and numbers. */
import { useEffect, useRef, useState } from 'react'
import { bothAtlases } from '../../proposal/both-atlases.ts'
import type { ChangedGround, Preview, Step } from '../../proposal/compiler.ts'
import type { Proposal } from '../../proposal/proposal.ts'
import { useApp } from '../context.tsx'
import { useForm } from './context.tsx'
import { Differences } from './differences.tsx'
import { FindingList } from './findings.tsx'
import { previewState, useShownPreview } from './preview-state.ts'
import type { ProposeId } from './words.ts'

type Making =
  | { state: 'none' }
  | { state: 'making'; step: Step | null; share: number | null }
  | { state: 'failed'; error: unknown }
  | { state: 'made'; preview: Preview; of: Proposal }

export function PreviewSection() {
  const { atlas, map, session, announce } = useApp()
  const { say, draft, compiler } = useForm()
  const { proposal } = draft
  const shown = useShownPreview()
  const [making, setMaking] = useState<Making>({ state: 'none' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const make = async () => {
    if (!compiler.compiler) return
    running.current?.abort()
    const abort = new AbortController()
    running.current = abort
    setMaking({ state: 'making', step: null, share: null })
    try {
      const preview = await compiler.compiler.preview(
        proposal,
        (step, share) => !abort.signal.aborted && setMaking({ state: 'making', step, share }),
        abort.signal,
      )
      if (abort.signal.aborted) return
      setMaking({ state: 'made', preview, of: proposal })
      const first = preview.stretches.at(0)
      if (!preview.after || !first) {
        previewState.show(null)
        return
      }
      const { day } = session.clock.getSnapshot()
      if (!preview.stretches.some(({ start, end }) => start <= day && day <= end))
        session.clock.setDay(first.start)
      map?.showBox(boxOfGround(preview.changed))
      if (!map?.sideBySide) return
      // Two days and a proposal at once would be more than a map can tell.
      session.change({ with: null, beside: null })
      previewState.show({
        ...bothAtlases(atlas, preview.after),
        preview: { ...preview, after: preview.after },
        view: 'after',
      })
      announce(say('preview.shown'))
    } catch (error) {
      if (!abort.signal.aborted) setMaking({ state: 'failed', error })
    }
  }
  const cancel = () => {
    running.current?.abort()
    setMaking({ state: 'none' })
  }

  const made = making.state === 'made' ? making.preview : (shown?.preview ?? null)
  const older = making.state === 'made' && making.of !== proposal
  return (
    <section className="propose-section">
      <h3>{say('preview.title')}</h3>
      {making.state === 'making' ? (
        <p className="propose-progress">
          <span role="status">
            {making.step ? say(`step.${making.step}` as ProposeId) : say('step.wait')}
          </span>
          <progress value={making.share ?? undefined} max={1} aria-label={say('preview.title')} />
          <button type="button" className="button-plain button-framed" onClick={cancel}>
            {say('preview.cancel')}
          </button>
        </p>
      ) : (
        <button
          type="button"
          className="button-plain button-main"
          aria-disabled={!compiler.opened}
          onClick={() => compiler.opened && make()}
        >
          {say(made ? 'preview.again' : 'preview.make')}
        </button>
      )}
      {!compiler.opened && !compiler.failed && <p className="propose-hint">{say('compiler.opening')}</p>}
      {making.state === 'failed' && (
        <p role="alert">
          {say('preview.failed')} <bdi>{String((making.error as Error)?.message ?? making.error)}</bdi>
        </p>
      )}
      {older && <p className="propose-hint">{say('preview.older')}</p>}
      {made && !made.after && (
        <>
          <p role="alert">{say('preview.stopped')}</p>
          <FindingList findings={made.checked.findings.filter(({ severity }) => severity === 'error')} />
        </>
      )}
      {made?.after && map?.sideBySide === false && <p className="propose-hint">{say('preview.light')}</p>}
      {made?.after && <Differences preview={made} />}
    </section>
  )
}

/** Room around what changes, degrees. */
const MARGIN = 0.08

/** @returns west, south, east, north of all ground that changes, with some of what lies around it */
function boxOfGround(
  changed: readonly Pick<ChangedGround, 'polygons'>[],
): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  for (const { polygons } of changed)
    for (const [lon, lat] of polygons.flat(2)) {
      box[0] = Math.min(box[0], lon)
      box[1] = Math.min(box[1], lat)
      box[2] = Math.max(box[2], lon)
      box[3] = Math.max(box[3], lat)
    }
  return [box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN]
}
