/** A moving picture of what is on screen, day after day: which days, how fast, as which file. */
import { useEffect, useId, useRef, useState } from 'react'
import { dayOf, isoOf } from '../../../chronicle/day.ts'
import { CLIP_FILES, CLIP_RATES, type ClipFile, clipSize } from '../../clip/contract.ts'
import { possibleFiles } from '../../clip/open-clip.ts'
import { useApp, useClock, useView } from '../../context.tsx'
import { saveFile } from '../../data/save-file.ts'
import { Icon } from '../../shell/icons.tsx'
import { Segments } from '../../shell/segments.tsx'
import '../../styles/progress.css'
import { drawPicture, type PictureChoice } from './draw-picture.ts'
import { makeClip } from './make-clip.ts'

const TYPES: Record<ClipFile, string> = { mp4: 'video/mp4', webm: 'video/webm', gif: 'image/gif' }

export default function ClipSection({ format, legend, labels }: PictureChoice) {
  const app = useApp()
  const { words, conflict, atlas } = app
  const { range } = useClock('range')
  const view = useView('mode', 'split', 'by', 'hidden', 'hiddenPosts', 'layers', 'kinds', 'camera')
  const { width, height } = clipSize(format)
  const possible = usePossible(width, height)
  const [chosen, setChosen] = useState<ClipFile>('mp4')
  const [rate, setRate] = useState<number>(CLIP_RATES[1])
  const [making, setMaking] = useState<AbortController | null>(null)
  const [drawn, setDrawn] = useState(0)
  const [said, setSaid] = useState('')
  const current = useRef<AbortController | null>(null)
  useEffect(() => () => current.current?.abort(), [])
  const daysId = useId()
  const rateId = useId()

  const play = { start: dayOf(conflict.play.start), end: dayOf(conflict.play.end) }
  const stretches = [...(range ? [range] : []), play, { start: atlas.start, end: atlas.end }]
  const [stretch, setStretch] = useState(0)
  const { start: from, end: to } = stretches[stretch] ?? stretches[0]
  const progress = words.say('clip.progress', { done: drawn, all: to - from + 1 })
  const file = possible?.includes(chosen) ? chosen : (possible?.[0] ?? 'gif')
  const missing = CLIP_FILES.filter((one) => possible && !possible.includes(one))

  const make = async () => {
    const controller = new AbortController()
    current.current = controller
    setMaking(controller)
    setDrawn(0)
    setSaid(words.say('picture.making'))
    try {
      const content = await makeClip({
        ...{ from, to, file, size: { width, height, rate }, signal: controller.signal },
        // One picture a day: nothing stands beside it.
        draw: (day) =>
          drawPicture(app, { ...view, with: null, beside: null }, day, {
            format: { ...format, ratio: 1 },
            legend,
            labels,
          }),
        onProgress: setDrawn,
      })
      if (!content) return setSaid('')
      const name = `${conflict.id}-${isoOf(from)}-to-${isoOf(to)}.${file}`
      saveFile(name, content, TYPES[file])
      setSaid(words.say('picture.saved', { name }))
    } catch {
      setSaid(words.say('picture.not-made'))
    } finally {
      setMaking(null)
    }
  }

  return (
    <div className="picture-clip">
      <div className="choice picture-row">
        <label htmlFor={daysId}>{words.say('export.days')}</label>
        <select id={daysId} value={stretch} onChange={(event) => setStretch(Number(event.target.value))}>
          {stretches.map(({ start, end }, i) => (
            <option key={`${start} ${end}`} value={i}>
              {words.dateRange(start, end)}
            </option>
          ))}
        </select>
      </div>
      <div className="choice picture-row">
        <label htmlFor={rateId}>{words.say('clip.speed')}</label>
        <select id={rateId} value={rate} onChange={(event) => setRate(Number(event.target.value))}>
          {CLIP_RATES.map((rate) => (
            <option key={rate} value={rate}>
              {words.number(rate)}
            </option>
          ))}
        </select>
      </div>
      <div className="picture-row">
        <bdi>{`${width} × ${height}`}</bdi>
        <Segments
          label={words.say('clip.file')}
          ids={possible ?? []}
          chosen={file}
          choose={(id) => setChosen(id)}
          text={(id) => id.toUpperCase()}
        />
      </div>
      {missing.length > 0 && (
        <p>{words.say('clip.cannot', { files: words.list(missing.map((id) => id.toUpperCase())) })}</p>
      )}
      <button
        type="button"
        className={`button-plain ${making ? 'button-framed' : 'button-main'}`}
        aria-disabled={!possible}
        onClick={() => (making ? making.abort() : possible && make())}
      >
        <Icon name={making ? 'close' : 'download'} />
        {words.say(making ? 'clip.cancel' : 'clip.make')}
      </button>
      {/* Seen as it fills; said aloud are only beginning and end. */}
      {making && <progress className="progress" value={drawn} max={to - from + 1} aria-label={progress} />}
      {making && drawn > 0 && <p className="picture-said">{progress}</p>}
      <p role="status" className={making && drawn > 0 ? 'visually-hidden' : 'picture-said'}>
        {said}
      </p>
    </div>
  )
}

/** @returns files that this browser can make in that size; `null` until it said so */
function usePossible(width: number, height: number): ClipFile[] | null {
  const [possible, setPossible] = useState<ClipFile[] | null>(null)
  useEffect(() => {
    let over = false
    const set = (files: ClipFile[]) => !over && setPossible(files)
    possibleFiles({ width, height }).then(set, () => set(['gif']))
    return () => {
      over = true
    }
  }, [width, height])
  return possible
}
