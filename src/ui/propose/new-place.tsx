/** A place that the data do not have: its names, what it is, and how well its point is known. */
import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'
import { PLACE_KINDS } from '../../proposal/proposal.ts'
import { useApp } from '../context.tsx'
import type { MessageId } from '../words/words.ts'
import { SelectCell, TextCell } from './cells.tsx'
import { useForm } from './context.tsx'
import { idFrom, renamed, setCell } from './draft.ts'

/** Metres. */
const PRECISIONS = [200, 500, 1000, 2000, 5000, 10_000]

export function NewPlace({ index }: { index: number }) {
  const { words, governorates, conflict } = useApp()
  const { say, store, evidence, draft } = useForm()
  const row = draft.proposal.places[index]
  const precision = PRECISIONS.includes(Number(row.precision_m))
    ? PRECISIONS
    : [...PRECISIONS, Number(row.precision_m) || 0].sort((a, b) => a - b)

  /** The id follows the English name. */
  function rename(name: string) {
    store.update((proposal) => {
      const others = proposal.places.filter((_, i) => i !== index)
      const taken = new Set([...evidence.places, ...others].map(({ id }) => id))
      return renamed(
        setCell(proposal, 'places', index, { name }),
        'places',
        index,
        idFrom(name, taken, 'new-place'),
      )
    })
  }
  const cell = (column: string) => ({ table: 'places' as const, index, column })
  return (
    <div className="propose-part">
      <TextCell
        {...cell('name')}
        label={say('place.name-in', { language: words.languageName(FIRST_LANGUAGE) })}
        lang={FIRST_LANGUAGE}
        onWrite={rename}
      />
      {conflict.languages
        .filter((code) => code !== FIRST_LANGUAGE)
        .map((code) => (
          <TextCell
            key={code}
            {...cell(`name_${code}`)}
            label={say('place.name-in', { language: words.languageName(code) })}
            lang={code}
          />
        ))}
      <div className="propose-pair">
        <SelectCell
          {...cell('kind')}
          label={say('place.kind')}
          options={PLACE_KINDS.map((kind) => [kind, words.say(`place.kind.${kind}` as MessageId)])}
        />
        <SelectCell
          {...cell('precision_m')}
          label={say('place.precision')}
          options={precision.map((m) => [
            String(m),
            m < 1000
              ? say('place.metres', { m: words.number(m) })
              : say('place.kilometres', { km: words.number(m / 1000) }),
          ])}
        />
      </div>
      <SelectCell
        {...cell('governorate')}
        label={say('place.governorate')}
        options={governorates.map(({ id, name }) => [id, words.text(name)])}
      />
      <div className="propose-pair">
        <TextCell {...cell('lat')} label={say('place.lat')} type="number" />
        <TextCell {...cell('lon')} label={say('place.lon')} type="number" />
      </div>
    </div>
  )
}
