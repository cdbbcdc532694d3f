/** Buttons at the top end corner: search, language, share, panels; what has no room there is in the menu. */
import { languageRow } from '../../chronicle/languages.ts'
import { CompareButton, useComparing, useToggleComparison } from '../compare/compare-button.tsx'
import { useApp, useView } from '../context.tsx'
import { lightMapReason } from '../map/choose-map.ts'
import type { PanelEntry } from '../panels/contract.ts'
import { PANEL_ENTRIES } from '../panels/registry.ts'
import { openShare } from '../panels/share/open-share.ts'
import { Icon } from './icons.tsx'
import { MenuButton } from './menu-button.tsx'
import type { ToolItem } from './tool-menu.tsx'
import { useNarrow } from './use-page.ts'
import './toolbar.css'
import { late } from './part.tsx'

const ToolMenu = late(() => import('./tool-menu.tsx'))
const LanguageMenu = late(() => import('./language-menu.tsx'))

export function Toolbar() {
  const { session, words } = useApp()
  const { panel } = useView('panel')
  const share = () => (panel === 'share' ? session.change({ panel: null }) : openShare(session))
  const narrow = useNarrow()
  const shown = (where: 'first' | 'bar') => PANEL_ENTRIES.filter(({ button }) => button?.in === where)
  return (
    <nav className="toolbar" aria-label={words.say('toolbar.label')}>
      {shown('first').map((entry) => (
        <PanelButton key={entry.id} entry={entry} />
      ))}
      <LanguageButton />
      {!narrow && (
        <>
          <button
            type="button"
            className="button-plain"
            aria-pressed={panel === 'share'}
            onClick={share}
            title={words.say('share.title')}
          >
            <Icon name="share" />
            {words.say('share')}
          </button>
          <CompareButton />
          {shown('bar').map((entry) => (
            <PanelButton key={entry.id} entry={entry} />
          ))}
        </>
      )}
      <MoreButton narrow={narrow} onShare={share} />
    </nav>
  )
}

function PanelButton({ entry: { id, title, button, key } }: { entry: PanelEntry }) {
  const { session, words } = useApp()
  const { panel } = useView('panel')
  if (!button) return null
  return (
    <button
      type="button"
      className="button-plain button-icon"
      aria-pressed={panel === id}
      aria-label={words.say(title)}
      title={key ? `${words.say(title)} (${key.shown})` : words.say(title)}
      onClick={() => session.change({ panel: panel === id ? null : id })}
    >
      <Icon name={button.icon} />
      <span className="button-word">{words.say(title)}</span>
    </button>
  )
}

function LanguageButton() {
  const { words } = useApp()
  const { name } = languageRow(words.language)
  return (
    <MenuButton
      className="button-plain"
      aria-label={`${words.say('language')}: ${name}`}
      title={words.say('language')}
      menu={(menu) => <LanguageMenu {...menu} />}
    >
      <Icon name="language" />
      <span className="language-name">{name}</span>
    </MenuButton>
  )
}

function MoreButton({ narrow, onShare }: { narrow: boolean; onShare(): void }) {
  const { session, words, theme } = useApp()
  const { panel } = useView('panel')
  const comparing = useComparing()
  const toggleComparison = useToggleComparison()
  const panels = PANEL_ENTRIES.flatMap(({ id, title, button }): ToolItem[] => {
    if (!button || button.in === 'first' || (button.in === 'bar' && !narrow)) return []
    if (button.keyboard && !matchMedia('(any-hover: hover)').matches) return []
    return [
      {
        id,
        name: words.say(title),
        icon: button.icon,
        on: panel === id,
        run: () => session.change({ panel: id }),
      },
    ]
  })
  const alone: ToolItem[] = narrow
    ? [
        { id: 'share-link', name: words.say('share'), icon: 'share', run: onShare },
        {
          id: 'compare-days',
          name: words.say('compare.title'),
          icon: 'compare',
          on: comparing,
          run: toggleComparison,
        },
      ]
    : []
  const themeItem: ToolItem = {
    id: 'theme',
    name: words.say(theme === 'dark' ? 'theme.light' : 'theme.dark'),
    icon: theme === 'dark' ? 'sun' : 'moon',
    run: () => session.change({ theme: theme === 'dark' ? 'light' : 'dark' }),
  }
  // The other map is another set of files: the page is loaded anew, at the same view.
  const lightItem: ToolItem = {
    id: 'light',
    name: words.say(lightMapReason() ? 'light.full' : 'light.switch'),
    icon: lightMapReason() ? 'map' : 'feather',
    run: () => location.assign(session.address({ light: lightMapReason() ? 'off' : 'on' })),
  }
  return (
    <MenuButton
      className="button-plain button-icon"
      aria-label={words.say('toolbar.menu')}
      title={words.say('toolbar.menu')}
      menu={(menu) => (
        <ToolMenu
          {...menu}
          items={[...alone, ...panels, themeItem, ...(lightMapReason() === 'no-webgl' ? [] : [lightItem])]}
        />
      )}
    >
      <Icon name="menu" />
    </MenuButton>
  )
}
