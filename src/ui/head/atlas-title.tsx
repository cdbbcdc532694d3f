/** Which atlas is shown; where the build holds several, the button that leads to the others. */
import { useApp } from '../context.tsx'
import { ATLASES } from '../data/load.ts'
import { Icon } from '../shell/icons.tsx'
import { MenuButton } from '../shell/menu-button.tsx'
import { late } from '../shell/part.tsx'

const AtlasMenu = late(() => import('./atlas-menu.tsx'))

export function AtlasTitle() {
  const { words, conflict } = useApp()
  const title = words.text(conflict.title)
  if (ATLASES.length < 2) return <p className="head-title">{title}</p>
  return (
    <MenuButton
      className="head-title head-atlas"
      aria-label={`${words.say('atlas.others')}: ${title}`}
      title={words.say('atlas.others')}
      menu={(menu) => <AtlasMenu {...menu} />}
    >
      {title}
      <Icon name="chevron" />
    </MenuButton>
  )
}
