/** The chapters of the map and the spans of its track: each is shown on the track and played. Loaded when first opened. */
import { MenuItem } from 'react-aria-components'
import { dayOf } from '../../chronicle/day.ts'
import { useApp } from '../context.tsx'
import { MenuBelow, type MenuProps } from '../shell/menu-below.tsx'
import { chapterSpeed } from './chapters.ts'

export interface ChaptersMenuProps extends MenuProps {
  /** shows a stretch of days on the track */
  show(days: { start: number; end: number }): void
  /** shows one of the spans of conflict.json, by index */
  choose(span: number): void
}

export default function ChaptersMenu({ show, choose, ...props }: ChaptersMenuProps) {
  const { words, conflict, session } = useApp()
  const { chapters = [], spans = [] } = conflict
  const items = [...chapters, ...spans].map(({ title, start, end }, i) => ({
    id: i,
    name: words.text(title),
    start: dayOf(start),
    end: dayOf(end),
  }))
  return (
    <MenuBelow
      {...props}
      aria-label={words.say('dock.chapters')}
      items={items}
      onAction={(id) => {
        const chapter = items.find((one) => one.id === id)
        if (!chapter) return
        if (chapter.id < chapters.length) show(chapter)
        else choose(chapter.id - chapters.length)
        session.clock.playStretch(chapter, chapterSpeed(chapter))
      }}
    >
      {({ id, name, start, end }) => (
        <MenuItem id={id} textValue={name} className="tool-item chapter-item">
          <span>{name}</span>
          <small>{words.dateRange(start, end)}</small>
        </MenuItem>
      )}
    </MenuBelow>
  )
}
