/**
 * About the map: what it is, how it is made, how good it is, what was corrected, whose data it uses. Three panels of
 * the link lead here, each to its own heading.
 */
import { useEffect, useRef } from 'react'
import { useApp, useView } from '../context.tsx'
import { KeyList } from '../legend/map-key.tsx'
import type { MessageId } from '../words/words.ts'
import './about/about.css'
import { Corrections } from './about/corrections.tsx'
import { Boundaries, Credits } from './about/credits.tsx'
import { AboutImported } from './about/imported.tsx'
import { Meeting } from './about/meeting.tsx'
import { Report } from './about/report.tsx'
import { ScoreTables } from './about/score.tsx'
import { WeakStretches } from './about/weak-stretches.tsx'

const PARAGRAPHS: readonly MessageId[] = ['about.what', 'about.how', 'about.lines', 'about.areas']
const STEPS: readonly MessageId[] = [
  'method.sources',
  'method.claims',
  'method.verdicts',
  'method.ground',
  'method.days',
  'method.zones',
]
const GRADES = ['A', 'B', 'C', 'D'] as const

export default function AboutPanel() {
  const { imported } = useApp().conflict
  return imported ? <AboutImported {...imported} /> : <AboutClaims />
}

function AboutClaims() {
  const { words, positions } = useApp()
  const { panel } = useView('panel')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (panel === 'about') return
    box.current?.querySelector(`#about-${panel}`)?.scrollIntoView({ block: 'start' })
  }, [panel])
  return (
    <div className="prose about" ref={box}>
      {PARAGRAPHS.map((id) => (
        <p key={id}>{words.say(id)}</p>
      ))}

      <Boundaries />

      <h3 id="about-method">{words.say('method.title')}</h3>
      <ol className="about-steps">
        {STEPS.map((id) => (
          <li key={id}>{words.say(id)}</li>
        ))}
      </ol>

      <h3>{words.say('method.grades')}</h3>
      <p>{words.say('method.grades-what')}</p>
      <dl className="about-grades">
        {GRADES.map((grade) => (
          <div key={grade}>
            <dt>{words.say('why.grade', { grade })}</dt>
            <dd>{words.say(`why.grade.${grade}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{words.say('method.stance')}</p>

      <h3>{words.say('key.title')}</h3>
      <KeyList positions={positions.length > 0} />
      <p>{words.say('method.lines')}</p>

      <h3 id="about-data">{words.say('method.weak')}</h3>
      <WeakStretches />

      <Meeting />

      <ScoreTables />

      <h3>{words.say('method.report')}</h3>
      <Report />

      <h3 id="about-corrections">{words.say('panel.corrections')}</h3>
      <Corrections />

      <h3>{words.say('about.credits')}</h3>
      <Credits />
    </div>
  )
}
