/** Which atlas is shown; where the build holds several, the button that leads to the others. */
import { useRef, useState } from 'react'
import { useApp } from '../context.tsx'
import { ATLASES } from '../data/load.ts'
import { Icon } from '../shell/icons.tsx'
import { late } from '../shell/part.tsx'

const AtlasMenu = late(() => import('./atlas-menu.tsx'))

export function AtlasTitle() {
  const { words, conflict } = useApp()
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const title = words.text(conflict.title)
  if (ATLASES.length < 2) return <p className="head-title">{title}</p>
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="head-title head-atlas"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`${words.say('atlas.others')}: ${title}`}
        title={words.say('atlas.others')}
        onClick={() => setOpen(!open)}
      >
        {title}
        <Icon name="chevron" />
      </button>
      {open && <AtlasMenu trigger={trigger} onClose={() => setOpen(false)} />}
    </>
  )
}
