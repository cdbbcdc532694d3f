/** The stretches of days that the track can show as a whole, as `spans` of conflict.json lists them: the first by default. */
import { type Ref, useEffect, useMemo, useState } from 'react'
import { type Day, dayOf } from '../../chronicle/day.ts'
import { useApp } from '../context.tsx'
import { MenuButton } from '../shell/menu-button.tsx'
import { late } from '../shell/part.tsx'
import { spanShown, spanWindows } from './track-scale.ts'

const ChaptersMenu = late(() => import('./chapters-menu.tsx'))

function ChaptersButton({ show, choose }: Pick<SpanButtonsProps, 'show' | 'choose'>) {
  const { words } = useApp()
  return (
    <MenuButton
      className="track-span"
      menu={(menu) => <ChaptersMenu {...menu} show={show} choose={choose} />}
    >
      {words.say('dock.chapters')}
    </MenuButton>
  )
}

/** @param day the day shown; a day outside of the span makes the track show more, and it stays so */
export function useTrackSpan(day: Day) {
  const { conflict } = useApp()
  const windows = useMemo(() => spanWindows(conflict), [conflict])
  const [chosen, choose] = useState(0)
  const shown = spanShown(windows, chosen, day)
  useEffect(() => choose(shown), [shown])
  return { window: windows[shown], shown, choose }
}

interface SpanButtonsProps {
  ref: Ref<HTMLDivElement>
  /** keeps their room, without them: while a stretch plays, it is what the track shows */
  hidden: boolean
  shown: number
  choose(span: number): void
  /** shows a stretch of days on the track */
  show(days: { start: Day; end: Day }): void
}

/** Beside the track, on a narrow page on its last months: the chapters, and a button for every span but the first: it shows its days, pressed again those of the first. */
export function SpanButtons({ ref, hidden, shown, choose, show }: SpanButtonsProps) {
  const { conflict, words } = useApp()
  if (!conflict.chapters && !conflict.spans?.[1]) return null
  return (
    <div ref={ref} className="track-spans" style={{ visibility: hidden ? 'hidden' : undefined }}>
      {conflict.chapters && <ChaptersButton show={show} choose={choose} />}
      {conflict.spans?.slice(1).map(({ id, title, start, end }, i) => {
        const pressed = shown === i + 1
        return (
          <button
            key={id}
            type="button"
            className="track-span"
            aria-pressed={pressed}
            title={words.say('dock.span', { range: words.dateRange(dayOf(start), dayOf(end)) })}
            onClick={() => choose(pressed ? 0 : i + 1)}
          >
            {words.text(title)}
          </button>
        )
      })}
    </div>
  )
}
