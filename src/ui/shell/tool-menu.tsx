/** The menu of the toolbar: what has no button of its own. Loaded when first opened. */
import { MenuItem } from 'react-aria-components'
import { useApp } from '../context.tsx'
import { Icon, type IconName } from './icons.tsx'
import { MenuBelow, type MenuProps } from './menu-below.tsx'

export interface ToolItem {
  id: string
  name: string
  icon: IconName
  /** says that it is on or open */
  on?: boolean
  run(): void
}

export default function ToolMenu({ items, ...props }: MenuProps & { items: readonly ToolItem[] }) {
  const { words } = useApp()
  return (
    <MenuBelow
      {...props}
      aria-label={words.say('toolbar.menu')}
      items={items}
      onAction={(id) => items.find((item) => item.id === id)?.run()}
    >
      {({ id, name, icon, on }) => (
        <MenuItem id={id} textValue={name} className={on ? 'tool-item is-on' : 'tool-item'}>
          <Icon name={icon} />
          {name}
        </MenuItem>
      )}
    </MenuBelow>
  )
}
