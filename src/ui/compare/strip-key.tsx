/** What tint and lines of a comparison mean, with how much ground each stands for. */
import { type ReactNode, useMemo } from 'react'
import type { AreaBand } from '../../chronicle/areas.ts'
import { balances } from '../../chronicle/compare.ts'
import { nameOn } from '../../chronicle/conflict.ts'
import { over } from '../../map/colour.ts'
import { PALETTES } from '../../map/palette.ts'
import { TINT_OPACITY } from '../../map/tint.ts'
import { useApp } from '../context.tsx'
import { areaText } from '../legend/area-text.ts'
import { useNarrow } from '../shell/use-page.ts'
import type { Shown } from './use-comparison.ts'

/** Gainers of less than this are on the map and in the details, not in the key, km². */
const WORTH_NAMING_KM2 = 1

export function StripKey({ older, newer, mode, by }: Shown) {
  const { words, atlas, factions, theme } = useApp()
  const all = useMemo(() => balances(atlas, older, newer), [atlas, older, newer])
  const { paper } = PALETTES[theme]
  if (older === newer) return <p className="compare-key">{words.say('compare.same')}</p>
  const date = { date: words.date(older) }
  if (mode === 'swipe') return null
  const lines = (
    <>
      <Item sample={<Line dotted />}>{words.say('compare.front-of', date)}</Item>
      <Item sample={<Line />}>{words.say('compare.front-of', { date: words.date(newer) })}</Item>
    </>
  )
  if (mode === 'line') return <Key>{lines}</Key>
  const index = by === null ? -1 : atlas.factions.indexOf(by)
  const colourOf = (id: string) => factions.find((faction) => faction.id === id)?.colour ?? paper
  if (index >= 0 && by !== null) {
    const colour = colourOf(by)
    const { gained, lost, held } = all[index]
    const rows: [Kind, AreaBand | null][] = [
      ['gained', gained],
      ['lost', lost],
      ['held', held],
      ['unsettled', null],
    ]
    return (
      <Key>
        {rows.map(([kind, band]) => (
          <Item key={kind} sample={<Sample kind={kind} colour={colour} paper={paper} />} band={band}>
            {words.say(`compare.${kind}`)}
          </Item>
        ))}
        {lines}
      </Key>
    )
  }
  const gainers = all
    .map(({ gained }, faction) => ({ gained, id: atlas.factions[faction] }))
    .filter(({ gained }) => gained.best >= WORTH_NAMING_KM2)
    .sort((a, b) => b.gained.best - a.gained.best)
  return (
    <Key>
      {gainers.map(({ id, gained }) => {
        const faction = factions.find((entry) => entry.id === id)
        if (!faction || faction.blank) return null
        const name = nameOn(faction, newer, words.language, 'genitive')
        return (
          <Item
            key={id}
            sample={<Sample kind="gained" colour={faction.colour} paper={paper} />}
            band={gained}
          >
            {words.say('compare.gained-by', { name })}
          </Item>
        )
      })}
      <Item sample={<Sample kind="unsettled" colour="#7a7265" paper={paper} />}>
        {words.say('compare.unsettled')}
      </Item>
      {gainers.length === 0 && <li>{words.say('compare.nothing')}</li>}
      {lines}
    </Key>
  )
}

/** On a phone it scrolls sideways, so the keyboard has to reach it. */
function Key({ children }: { children: ReactNode }) {
  const narrow = useNarrow()
  return (
    <ul className="compare-key" tabIndex={narrow ? 0 : undefined}>
      {children}
    </ul>
  )
}

function Item({
  sample,
  band,
  children,
}: {
  sample: ReactNode
  band?: AreaBand | null
  children: ReactNode
}) {
  const { words } = useApp()
  return (
    <li>
      {sample}
      <span>
        {children}
        {band && band.high > 0 && <span className="compare-area"> {areaText(band, words)}</span>}
      </span>
    </li>
  )
}

type Kind = 'gained' | 'lost' | 'held' | 'unsettled'

function Sample({ kind, colour, paper }: { kind: Kind; colour: string; paper: string }) {
  const solid = kind === 'gained' || kind === 'held'
  const stroke = over(colour, paper, TINT_OPACITY[kind])
  return (
    <svg className="chip" viewBox="0 0 22 16" aria-hidden="true">
      <rect x=".5" y=".5" width="21" height="15" rx="2.5" fill={solid ? stroke : paper} stroke={colour} />
      {kind === 'lost' && (
        <path
          d="M2 14L14 2M8 15L20 3M-2 8L8 -2M2 2l12 12M8 1l12 12M-2 8l10 10"
          stroke={stroke}
          strokeWidth="2.2"
          clipPath="inset(0 round 2px)"
        />
      )}
      {kind === 'unsettled' && (
        <path d="M3 2l12 12M11 2l9 9M2 9l5 5" stroke={stroke} strokeWidth="2.4" strokeDasharray="4 3" />
      )}
    </svg>
  )
}

function Line({ dotted }: { dotted?: boolean }) {
  return (
    <svg className="chip" viewBox="0 0 22 16" aria-hidden="true">
      <path d="M1 10C6 5 14 13 21 6" className={dotted ? 'ghost-line' : 'key-line'} />
    </svg>
  )
}
