/** The menu of languages, each called what its speakers call it. Loaded when first opened. */
import type { RefObject } from 'react'
import { I18nProvider, Menu, MenuItem, Popover } from 'react-aria-components'
import { LANGUAGES, type LanguageRow } from '../../chronicle/languages.ts'
import { useApp } from '../context.tsx'

export interface LanguageMenuProps {
  trigger: RefObject<HTMLButtonElement | null>
  onClose(): void
}

export default function LanguageMenu({ trigger, onClose }: LanguageMenuProps) {
  const { words, session } = useApp()
  const rows: readonly LanguageRow[] = LANGUAGES
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
          aria-label={words.say('language')}
          className="tool-menu"
          autoFocus="first"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[words.language]}
          onAction={(code) => session.change({ lang: String(code) })}
          onClose={onClose}
        >
          {rows.map(({ code, name, direction, state }) => (
            <MenuItem
              key={code}
              id={code}
              textValue={name}
              className={code === words.language ? 'tool-item is-on' : 'tool-item'}
            >
              <bdi lang={code} dir={direction}>
                {name}
              </bdi>
              {state === 'unread' && <small>{words.say('language.unread')}</small>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </I18nProvider>
  )
}
