/** The menu of the toolbar: what has no button of its own. Loaded when first opened. */
import type { RefObject } from 'react'
import { I18nProvider, Menu, MenuItem, Popover } from 'react-aria-components'
import { useApp } from '../context.tsx'
import { Icon, type IconName } from './icons.tsx'

export interface ToolItem {
  id: string
  name: string
  icon: IconName
  /** says that it is on or open */
  on?: boolean
  run(): void
}

export interface ToolMenuProps {
  trigger: RefObject<HTMLButtonElement | null>
  items: readonly ToolItem[]
  onClose(): void
}

export default function ToolMenu({ trigger, items, onClose }: ToolMenuProps) {
  const { words } = useApp()
  return (
    <I18nProvider locale={words.locale}>
      <Popover
        className="tool-popover"
        triggerRef={trigger}
        placement="bottom end"
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        <Menu
          aria-label={words.say('toolbar.menu')}
          className="tool-menu"
          autoFocus="first"
          items={items}
          onAction={(id) => items.find((item) => item.id === id)?.run()}
          onClose={onClose}
        >
          {({ id, name, icon, on }) => (
            <MenuItem id={id} textValue={name} className={on ? 'tool-item is-on' : 'tool-item'}>
              <Icon name={icon} />
              {name}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </I18nProvider>
  )
}
