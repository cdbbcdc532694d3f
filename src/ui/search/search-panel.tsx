/** The search: one field for places, events and dates. Arrow keys choose a result, Enter goes to it. */
import { useMemo, useState } from 'react'
import { Autocomplete, Button, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { useApp } from '../context.tsx'
import { useLoaded } from '../data/use-loaded.ts'
import { useDaySentence } from '../head/head.tsx'
import { loadAbout } from '../panels/about/files.ts'
import { Icon } from '../shell/icons.tsx'
import { daysMeant, monthsOf } from './dates.ts'
import { type Result, type ResultRow, rowOf } from './results.ts'
import { RowText } from './row-text.tsx'
import './search.css'
import { useGoTo } from './use-go-to.ts'
import { useSearch } from './use-search.ts'

const MOST = 12

export default function SearchPanel() {
  const app = useApp()
  const { words, atlas, announce } = app
  const [text, setText] = useState('')
  const search = useSearch()
  const sentence = useDaySentence()
  const goTo = useGoTo()
  const about = useLoaded(loadAbout)
  const examples = about.state === 'ready' ? about.value.searchExamples : undefined
  // The version counts what the index has learnt since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const rows = useMemo(() => {
    const months = monthsOf(words)
    const days = daysMeant(text, atlas.start, atlas.end, months).map((day): Result => ({ kind: 'date', day }))
    const found: Result[] = search.index?.find(text, MOST) ?? []
    return [...days, ...found].map((result) => rowOf(result, app, sentence))
  }, [text, search.index, search.version, app, words, sentence, atlas])
  const waiting = text.trim() !== '' && rows.length === 0
  return (
    <div className="search">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="search-field" autoFocus>
          <Label>{words.say('search.label')}</Label>
          <div className="search-box">
            <Icon name="search" />
            <Input role="combobox" aria-expanded={rows.length > 0} autoComplete="off" enterKeyHint="go" />
            {text && (
              <Button className="button-plain" aria-label={words.say('search.clear')}>
                <Icon name="close" />
              </Button>
            )}
          </div>
        </SearchField>
        {text.trim() === '' && examples && (
          <p className="search-note">{words.say('search.hint', { examples: words.text(examples) })}</p>
        )}
        {waiting && search.state === 'loading' && (
          <p className="search-note">{words.say('search.loading')}</p>
        )}
        {waiting && search.state === 'ready' && (
          <p className="search-note">{words.say('search.none', { text: text.trim() })}</p>
        )}
        {search.state === 'failed' && (
          <p className="search-note" role="alert">
            {words.say('search.failed')}
          </p>
        )}
        <p className="visually-hidden" role="status">
          {rows.length > 0 && words.say('search.count', { count: rows.length })}
        </p>
        <ListBox
          aria-label={words.say('search.results')}
          className="search-results"
          items={rows}
          onAction={(key) => {
            const row = rows.find(({ id }) => id === key)
            if (!row) return
            goTo(row.result)
            announce(words.say('search.went', { name: row.name }))
          }}
        >
          {(row) => <Row row={row} />}
        </ListBox>
      </Autocomplete>
    </div>
  )
}

const ICONS = {
  date: 'calendar',
  place: 'pin',
  town: 'pin',
  event: 'events',
  site: 'flag',
  governorate: 'whole',
} as const

function Row({ row }: { row: ResultRow }) {
  const { id, result, name } = row
  return (
    <ListBoxItem id={id} textValue={name} className="search-row" data-kind={result.kind}>
      <Icon name={ICONS[result.kind]} />
      <RowText {...row} />
    </ListBoxItem>
  )
}
