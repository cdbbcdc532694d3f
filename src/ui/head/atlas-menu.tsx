/** The menu of atlases. Another one is another page of this build, in the same language and theme. */
import type { RefObject } from 'react'
import { I18nProvider, Menu, MenuItem, Popover } from 'react-aria-components'
import { dayOf } from '../../chronicle/day.ts'
import { linkToAtlas } from '../../link/index.ts'
import { useApp } from '../context.tsx'
import { ATLASES } from '../data/load.ts'
import './atlas-menu.css'

export interface AtlasMenuProps {
  trigger: RefObject<HTMLButtonElement | null>
  onClose(): void
}

export default function AtlasMenu({ trigger, onClose }: AtlasMenuProps) {
  const { words, session, conflict } = useApp()
  const open = (id: string) => {
    if (id !== conflict.id) location.assign(linkToAtlas(id, session.getView(), session.context))
  }
  return (
    <I18nProvider locale={words.locale}>
      <Popover
        className="tool-popover"
        triggerRef={trigger}
        placement="bottom start"
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        <Menu
          aria-label={words.say('atlas.others')}
          className="tool-menu"
          autoFocus="first"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[conflict.id]}
          onAction={(id) => open(String(id))}
          onClose={onClose}
        >
          {ATLASES.map(({ id, title, start, end }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words.text(title)}
              className={id === conflict.id ? 'tool-item atlas-item is-on' : 'tool-item atlas-item'}
            >
              {words.text(title)}
              <small>{words.dateRange(dayOf(start), dayOf(end))}</small>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </I18nProvider>
  )
}
