/** The share sheet: what is shared, as a picture and in words, and the ways to hand it on. */
import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { isoOf } from '../../../chronicle/day.ts'
import { useApp, useClock } from '../../context.tsx'
import { ownBuild } from '../../data/build-version.ts'
import { saveFile } from '../../data/save-file.ts'
import { PICTURE_FORMATS } from '../../picture/formats.ts'
import { creditText } from '../../shell/credit.ts'
import { Icon } from '../../shell/icons.tsx'
import { late } from '../../shell/part.tsx'
import { makeFile } from '../picture/make-file.ts'
import { usePicture } from '../picture/use-picture.ts'
import { CITATIONS, type CitationForm, citation } from './citation.ts'
import { embedCode } from './embed-code.ts'
import { useShared } from './use-shared.ts'
import '../../styles/segments.css'
import '../picture/picture.css'
import './share.css'

const QrCode = late(() => import('./qr-code.tsx'))
const FORMAT = PICTURE_FORMATS.find(({ id }) => id === 'link')!
const TYPE = 'image/png'

/** Whether this browser hands things on by the system's own sheet. */
const CAN_SEND = typeof navigator.share === 'function'
const CAN_COPY_PICTURE = typeof ClipboardItem === 'function' && Boolean(navigator.clipboard?.write)

export default function SharePanel() {
  const { conflict, words } = useApp()
  const { day } = useClock('day')
  const { address, day: dayText, includes } = useShared()
  const { address: preview, failed, again, draw } = usePicture({ format: FORMAT, legend: true, labels: true })
  const [said, setSaid] = useState('')
  const [form, setForm] = useState<CitationForm>('text')
  const [qr, setQr] = useState(false)
  const title = words.text(conflict.title)
  const cited = citation(form, {
    id: conflict.id,
    title,
    day: dayText,
    isoDay: isoOf(day),
    version: ownBuild(),
    sources: creditText(conflict, words),
    address,
    language: words.language,
    accessed: new Date().toISOString().slice(0, 10),
  })
  const name = `${conflict.id}-${isoOf(day)}.png`

  /** Does it, and says how it went. */
  const act = async (work: () => Promise<unknown>, done: string) => {
    setSaid('')
    try {
      await work()
      setSaid(done)
    } catch (error) {
      // Who closes the system's sheet has changed their mind.
      if ((error as Error).name !== 'AbortError') setSaid(words.say('share.failed'))
    }
  }
  const picture = async () => {
    const about = { title, language: words.language }
    const bytes = (await makeFile({
      svg: await draw(),
      file: 'png',
      format: FORMAT,
      about,
    })) as Uint8Array<ArrayBuffer>
    return new Blob([bytes], { type: TYPE })
  }
  const copy = (text: string) => act(() => navigator.clipboard.writeText(text), words.say('share.done'))
  const send = () =>
    act(async () => {
      const file = new File([await picture()], name, { type: TYPE })
      const all = { title: `${title}: ${dayText}`, url: address, files: [file] }
      await navigator.share(navigator.canShare?.(all) ? all : { title: all.title, url: address })
    }, '')
  const savePicture = () =>
    act(async () => saveFile(name, await picture(), TYPE), words.say('picture.saved', { name }))
  // Some browsers only take what is promised at the moment of the press.
  const copyPicture = () =>
    act(() => navigator.clipboard.write([new ClipboardItem({ [TYPE]: picture() })]), words.say('share.done'))

  return (
    <div className="picture share">
      <div className="picture-frame" style={{ aspectRatio: `${FORMAT.width} / ${FORMAT.height}` }}>
        {preview && !failed && (
          <img src={preview} alt={words.say('picture.preview', { title, date: dayText })} />
        )}
        {!preview && !failed && <p role="status">{words.say('loading')}</p>}
        {failed && (
          <p role="alert">
            {words.say('picture.failed')}{' '}
            <button type="button" className="text-button" onClick={again}>
              {words.say('trouble.again')}
            </button>
          </p>
        )}
      </div>
      <p className="share-includes">{words.list(includes)}</p>
      <Copied label={words.say('share.link')} text={address} copy={copy} />
      <div className="share-actions">
        {CAN_SEND && (
          <button type="button" className="button-plain button-framed" onClick={send}>
            <Icon name="share" />
            {words.say('share.send')}
          </button>
        )}
        <button type="button" className="button-plain button-framed" onClick={savePicture}>
          <Icon name="download" />
          {words.say('share.save-picture')}
        </button>
        {CAN_COPY_PICTURE && (
          <button type="button" className="button-plain button-framed" onClick={copyPicture}>
            <Icon name="picture" />
            {words.say('share.copy-picture')}
          </button>
        )}
        <button
          type="button"
          className="button-plain button-framed"
          aria-expanded={qr}
          onClick={() => setQr(!qr)}
        >
          {words.say('share.qr')}
        </button>
      </div>
      <p role="status" className="picture-said">
        {said}
      </p>
      {qr && <QrCode address={address} label={words.say('share.qr')} />}
      <Copied label={words.say('share.embed')} text={embedCode(address, title)} copy={copy} lines={3} />
      <div className="picture-row">
        <span>{words.say('share.cite')}</span>
        <ToggleButtonGroup
          className="segments"
          selectionMode="single"
          disallowEmptySelection
          aria-label={words.say('share.cite')}
          selectedKeys={[form]}
          onSelectionChange={(keys) => setForm([...keys][0] as CitationForm)}
        >
          {CITATIONS.map((id) => (
            <ToggleButton key={id} id={id} className="segment">
              {id === 'text' ? words.say('share.text') : id === 'bibtex' ? 'BibTeX' : 'CSL-JSON'}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <Copied label={words.say('share.cite')} hidden text={cited} copy={copy} lines={5} />
    </div>
  )
}

interface CopiedProps {
  label: string
  /** said to screen readers only */
  hidden?: boolean
  text: string
  lines?: number
  copy(text: string): void
}

/** A text to be taken along: by the button, or by hand where there is no clipboard. */
function Copied({ label, hidden = false, text, lines = 1, copy }: CopiedProps) {
  const { words } = useApp()
  return (
    <div className="share-copied">
      <label>
        <span className={hidden ? 'visually-hidden' : undefined}>{label}</span>
        <textarea
          dir="auto"
          readOnly
          rows={lines}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <button
        type="button"
        className="button-plain button-framed"
        aria-label={words.say('share.copy-what', { what: label })}
        onClick={() => copy(text)}
      >
        {words.say('share.copy')}
      </button>
    </div>
  )
}
