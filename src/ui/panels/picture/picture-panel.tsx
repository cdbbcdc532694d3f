/** Saves what is on screen as a picture, and shows it before. */
import { lazy, Suspense, useId, useState } from 'react'
import { isoOf } from '../../../chronicle/day.ts'
import { useApp, useClock, useView } from '../../context.tsx'
import { saveFile } from '../../data/save-file.ts'
import { PICTURE_FILES, PICTURE_FORMATS, type PictureFile } from '../../picture/formats.ts'
import { Icon } from '../../shell/icons.tsx'
import { SwitchRow } from '../../shell/switch.tsx'
import '../../styles/segments.css'
import './picture.css'
import { Segments } from '../../shell/segments.tsx'
import { AskAgain } from '../ask-again.tsx'
import { makeFile } from './make-file.ts'
import { usePicture } from './use-picture.ts'

/** Loaded when somebody looks into it. */
const ClipSection = lazy(() => import('./clip-section.tsx'))

const TYPES: Record<PictureFile, string> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}

export default function PicturePanel() {
  const { conflict, words } = useApp()
  const { day } = useClock('day')
  const { with: own, beside } = useView('with', 'beside')
  const other = own ?? beside?.day ?? null
  const [format, setFormat] = useState(PICTURE_FORMATS[0])
  const [file, setFile] = useState<PictureFile>('png')
  const [legend, setLegend] = useState(true)
  const [labels, setLabels] = useState(true)
  const [moving, setMoving] = useState(false)
  const [making, setMaking] = useState(false)
  const [said, setSaid] = useState('')
  const { address, failed, again, draw } = usePicture({ format, legend, labels })
  const formatId = useId()

  // A PDF is a sheet of paper: each choice takes the other one along, so that none leads nowhere.
  const chooseFormat = (id: string) => {
    const chosen = PICTURE_FORMATS.find((one) => one.id === id)!
    setFormat(chosen)
    if (file === 'pdf' && !chosen.paper) setFile('png')
  }
  const chooseFile = (chosen: PictureFile) => {
    setFile(chosen)
    if (chosen === 'pdf' && !format.paper) setFormat(PICTURE_FORMATS.find(({ paper }) => paper)!)
  }

  const save = async () => {
    setMaking(true)
    setSaid(words.say('picture.making'))
    try {
      const about = { title: words.text(conflict.title), language: words.language }
      const content = await makeFile({ svg: await draw(), file, format, about })
      const days = [day, other ?? day].sort((a, b) => a - b).map(isoOf)
      const name = `${conflict.id}-${[...new Set(days)].join('-to-')}-${format.id}.${file}`
      saveFile(name, content as BlobPart, TYPES[file])
      setSaid(words.say('picture.saved', { name }))
    } catch {
      setSaid(words.say('picture.not-made'))
    } finally {
      setMaking(false)
    }
  }

  return (
    <div className="picture">
      <div className="picture-frame" style={{ aspectRatio: `${format.width} / ${format.height}` }}>
        {address && !failed && (
          <img
            src={address}
            alt={words.say('picture.preview', { title: words.text(conflict.title), date: words.date(day) })}
          />
        )}
        {!address && !failed && <p role="status">{words.say('loading')}</p>}
        {failed && <AskAgain what={words.say('picture.failed')} again={again} />}
      </div>
      <div className="choice picture-row">
        <label htmlFor={formatId}>{words.say('picture.format')}</label>
        <select id={formatId} value={format.id} onChange={(event) => chooseFormat(event.target.value)}>
          {PICTURE_FORMATS.map(({ id, width, height, ratio }) => (
            <option key={id} value={id}>
              {words.say('picture.size', {
                name: words.say(`picture.format.${id}`),
                width: String(Math.round(width * ratio)),
                height: String(Math.round(height * ratio)),
              })}
            </option>
          ))}
        </select>
      </div>
      <div className="picture-row">
        <span>{words.say('picture.file')}</span>
        <Segments
          label={words.say('picture.file')}
          ids={PICTURE_FILES}
          chosen={file}
          choose={chooseFile}
          text={(id) => id.toUpperCase()}
        />
      </div>
      <SwitchRow className="picture-row" at="end" on={legend} set={setLegend}>
        {words.say('picture.legend')}
      </SwitchRow>
      <SwitchRow className="picture-row" at="end" on={labels} set={setLabels}>
        {words.say('picture.labels')}
      </SwitchRow>
      <button
        type="button"
        className="button-plain button-main"
        aria-disabled={making || failed || !address}
        onClick={() => !making && address && !failed && save()}
      >
        <Icon name="download" />
        {words.say('picture.save')}
      </button>
      <p role="status" className="picture-said">
        {said}
      </p>
      <details className="picture-moving" onToggle={(event) => setMoving(event.currentTarget.open)}>
        <summary>{words.say('clip.title')}</summary>
        {moving && (
          <Suspense fallback={<p>{words.say('loading')}</p>}>
            <ClipSection format={format} legend={legend} labels={labels} />
          </Suspense>
        )}
      </details>
    </div>
  )
}
