/** Buttons at the top end corner: share, panels, light or dark, language. */
import { useApp, useView } from '../context.tsx'
import { CompareButton } from '../compare/compare-button.tsx'
import type { Language } from '../data/conflict.ts'
import { PANEL_ENTRIES } from '../panels/registry.ts'
import { Icon } from './icons.tsx'
import { useShare } from './use-share.ts'

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ar: 'العربية' }

export function Toolbar() {
  const { session, words, conflict, theme } = useApp()
  const { panel } = useView()
  const share = useShare()
  const others = conflict.languages.filter((language) => language !== words.language)
  return (
    <nav className="toolbar" aria-label={words.say('toolbar.label')}>
      {others.map((language) => (
        <button
          key={language}
          type="button"
          className="button-plain"
          lang={language}
          onClick={() => session.change({ lang: language })}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
      <button type="button" className="button-plain" onClick={share} title={words.say('share.title')}>
        <Icon name="share" />
        <span className="wide-only">{words.say('share')}</span>
      </button>
      <CompareButton />
      {PANEL_ENTRIES.map(({ id, title, button }) =>
        button ? (
          <button
            key={id}
            type="button"
            className={id === 'keys' ? 'button-plain button-icon wide-only' : 'button-plain button-icon'}
            aria-pressed={panel === id}
            aria-label={words.say(title)}
            title={words.say(title)}
            onClick={() => session.change({ panel: panel === id ? null : id })}
          >
            <Icon name={button.icon} />
          </button>
        ) : null,
      )}
      <button
        type="button"
        className="button-plain button-icon"
        onClick={() => session.change({ theme: theme === 'dark' ? 'light' : 'dark' })}
        aria-label={words.say(theme === 'dark' ? 'theme.light' : 'theme.dark')}
        title={words.say(theme === 'dark' ? 'theme.light' : 'theme.dark')}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </button>
    </nav>
  )
}
