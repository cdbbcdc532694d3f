/** The menu of languages, each called what its speakers call it. Loaded when first opened. */
import { MenuItem } from 'react-aria-components'
import { LANGUAGES, type LanguageRow } from '../../chronicle/languages.ts'
import { useApp } from '../context.tsx'
import { MenuBelow, type MenuProps } from './menu-below.tsx'

export default function LanguageMenu(props: MenuProps) {
  const { words, session } = useApp()
  const rows: readonly LanguageRow[] = LANGUAGES
  return (
    <MenuBelow
      {...props}
      aria-label={words.say('language')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[words.language]}
      onAction={(code) => session.change({ lang: String(code) })}
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
    </MenuBelow>
  )
}
