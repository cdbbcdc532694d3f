/**
 * A day as the page carries it from the start: the picture, the headline, who holds ground, and where the day lies on
 * the track, in all languages and both themes. The application takes its place (take-over.ts). Free of React and of the
 * page: made while building, for the opening day and for any other.
 */
import type { FeatureCollection } from 'geojson'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { areasOn } from '../../chronicle/areas.ts'
import type { Atlas } from '../../chronicle/atlas.ts'
import { type Conflict, type Faction, type Governorate, nameOn } from '../../chronicle/conflict.ts'
import { type Day, isoOf } from '../../chronicle/day.ts'
import type { DayChange } from '../../chronicle/day-changes.ts'
import type { EvidenceFile } from '../../chronicle/evidence.ts'
import type { Language } from '../../chronicle/languages.ts'
import { over } from '../../map/colour.ts'
import { labelLanguages } from '../../map/label-layers.ts'
import { FILL_OPACITY, PALETTES } from '../../map/palette.ts'
import { drawLight } from '../../still/light.ts'
import { escaped } from '../../still/plain-text.ts'
import type { Sources } from '../../still/style-layers.ts'
import { themed } from '../../still/themed.ts'
import { placeOf, spanShown, spanWindows } from '../dock/track-scale.ts'
import { daySentenceOf } from '../head/day-sentence.ts'
import { factionLooks } from '../map/looks.ts'
import { creditText, playFirstText } from '../shell/credit.ts'
import { Icon, type IconName } from '../shell/icons.tsx'
import type { MessageId, Words } from '../words/words.ts'
import { FIRST_PICTURE } from './first-picture.ts'

/** An atlas, as far as the page of a day tells of it. */
export interface DayPageData {
  conflict: Conflict
  /** whether the title leads to further atlases */
  several: boolean
  factions: readonly Faction[]
  governorates: readonly Governorate[]
  atlas: Atlas
  changes: readonly DayChange[]
  /** names of places in the headline; `null`: it goes without */
  evidence: EvidenceFile | null
  /** files that `stillFiles` names for zoom 6 */
  sources: Sources
  /** @returns what labels are made from, for readers of a language */
  names(language: Language): FeatureCollection
}

export interface DayPage {
  /** rules and custom properties that belong to `body` */
  style: string
  /** one element */
  body: string
}

/** @param languages words of every language that the page shall speak; the first is the one that it has without scripts */
export function dayPage(data: DayPageData, day: Day, languages: readonly Words[]): DayPage {
  const { conflict, several, factions, atlas } = data
  const picture = drawLight(
    {
      atlas,
      factions: factionLooks(atlas.factions, factions, conflict.start),
      sources: data.sources,
      bbox: conflict.bbox,
    },
    day,
    languages.map(({ language }) => ({
      languages: labelLanguages(language, conflict.languages),
      names: data.names(language),
    })),
    'd',
  )
  const say = (text: (words: Words) => string) =>
    languages.map((words) => `<span lang="${words.language}">${escaped(text(words))}</span>`).join('')
  const sentences = new Map(languages.map((words) => [words, daySentenceOf(data, words)(day)]))
  const windows = spanWindows(conflict)
  const share = placeOf(day, { window: windows[spanShown(windows, 0, day)], width: 1, rtl: false })
  const holders = holdersOn(data, day)
  const chips = (theme: 'light' | 'dark') =>
    holders
      .map(
        ({ faction }) =>
          `<svg class="chip" viewBox="0 0 22 16"><rect x=".5" y=".5" width="21" height="15" rx="2.5" fill="${over(faction.colour, PALETTES[theme].paper, FILL_OPACITY)}"/></svg>`,
      )
      .join('\n')
  const drawn = themed(chips('light'), chips('dark'), 'dc')
  const strip = drawn.markup
    .split('\n')
    .map((chip, i) => {
      const { faction } = holders[i]
      return `<li><span class="strip-chip">${chip}${say(({ language }) => nameOn(faction, day, language, 'short'))}</span></li>`
    })
    .join('')
  // Letters by themselves: browsers lay out the text of a hidden group of an SVG, and fetch its fonts.
  const others = languages.map(
    ({ language }) =>
      `:root:not([lang="${language}"]) #${FIRST_PICTURE} :is([lang="${language}"],[lang="${language}"] text){display:none}`,
  )
  return {
    style: [
      `:root{--water:${PALETTES.light.water};${picture.light};${drawn.light}}`,
      `:root[data-theme="dark"]{--water:${PALETTES.dark.water};${picture.dark};${drawn.dark}}`,
      picture.css,
      `#${FIRST_PICTURE} .is-narrow .label{scale:calc(var(--still)/${picture.small})}`,
      `#${FIRST_PICTURE}{--share:${round(share)}}`,
      ...others,
    ].join('\n'),
    body: `<div id="${FIRST_PICTURE}" data-day="${isoOf(day)}" data-zoom="${picture.zoom}">
<svg class="first-picture-map" viewBox="${picture.box}" aria-hidden="true">${picture.content}</svg>
<div class="side top"><header class="head" data-part="head"><p class="head-title${several ? ' head-atlas' : ''}">${say(({ text }) => text(conflict.title))}</p>
<h1 class="head-date"><span class="is-wide"><span class="head-weekday">${say((words) => words.weekday(day))}</span> ${say((words) => words.date(day))}</span><span class="is-narrow">${say((words) => words.dateLong(day))}</span></h1>
<p class="head-sentence">${say((words) => sentences.get(words)!)}</p></header></div>
<div class="bottom" aria-hidden="true">${day === atlas.start ? playFirst(conflict, say) : ''}<div class="credits"><span class="credits-text">${say((words) => creditText(conflict, words))}</span></div>${day === atlas.start ? greeting(data, say) : ''}
<div class="sheet is-narrow" data-part="sheet" data-height="strip"><div class="sheet-grip"><span class="sheet-toggle">${say((words) => words.say('legend.title'))}</span><ul class="strip">${strip}</ul></div></div>
<div class="dock" data-part="dock"><div class="dock-play"><span class="button-round">${icon('previous')}</span><span class="button-round button-main">${icon('play')}</span><span class="button-round">${icon('next')}</span></div>
<div class="track"><div class="track-handle"><span class="track-line"></span><span class="track-knob"></span></div><span class="track-bubble" elementtiming="${FIRST_PICTURE}">${say((words) => words.dateShort(day))}</span></div>${spanButtons(conflict, say)}
<div class="dock-date"><div class="date-buttons"><span class="button-plain day-button">${icon('back')}</span><span class="button-plain date-button"><span class="is-wide">${say((words) => words.date(day))}</span><span class="is-narrow">${say((words) => words.dateShort(day))}</span></span><span class="button-plain day-button">${icon('ahead')}</span></div><span class="button-plain playback-button">${icon('playback', false)}</span></div></div></div>
</div>`,
  }
}

type Say = (text: (words: Words) => string) => string

/** Their words decide how wide the track is, see src/ui/dock/track-spans.tsx. */
function spanButtons({ chapters, spans = [] }: Conflict, say: Say): string {
  const texts = [
    ...(chapters ? [say((words) => words.say('dock.chapters'))] : []),
    ...spans.slice(1).map(({ title }) => say(({ text }) => text(title))),
  ]
  if (texts.length === 0) return ''
  return `<div class="track-spans">${texts.map((text) => `<span class="track-span">${text}</span>`).join('')}</div>`
}

/** What whoever comes back is offered. */
const playFirst = (conflict: Conflict, say: Say) =>
  `<span class="play-first">${icon('play')}${say((words) => playFirstText(conflict, words))}</span>`

/** What a first visitor is told instead, as in src/ui/shell/first-visit.tsx. */
function greeting({ conflict }: DayPageData, say: Say): string {
  const way = (name: IconName, text: MessageId) =>
    `<span class="button-plain button-framed">${icon(name)}${say((words) => words.say(text))}</span>`
  return `<div class="first-visit" data-part="greeting"><p class="first-intro">${say((words) => words.text(conflict.intro ?? conflict.title))}</p><p class="first-ask">${say((words) => words.say('first.ask'))}</p><div class="first-ways">${playFirst(conflict, say)}${way('last', 'first.newest')}${way('stories', 'panel.stories')}</div></div>`
}

/** Who holds ground on a day, the largest first. */
function holdersOn({ atlas, factions }: DayPageData, day: Day) {
  const bands = areasOn(atlas, day)
  return factions
    .map((faction) => ({ faction, band: bands[atlas.factions.indexOf(faction.id)] }))
    .filter(({ band }) => band && band.high > 0)
    .sort((a, b) => b.band.best - a.band.best)
}

/** @param flip whether it points the other way where time runs from right to left */
const icon = (name: IconName, flip = true) => renderToStaticMarkup(createElement(Icon, { name, flip }))
const round = (value: number) => Math.round(value * 1e5) / 1e5
