/** Why a point has its colour: who held it on the day, since when, on whose word, and what says otherwise. */
import type { Atlas } from '../../../chronicle/atlas.ts'
import type { EvidenceFile, PlaceRecord } from '../../../chronicle/evidence.ts'
import { Explainer } from '../../../chronicle/explain.ts'
import type { MapView } from '../../../map/map-contract.ts'
import { useApp, useClock, useView } from '../../context.tsx'
import { useEvidence } from '../../data/use-loaded.ts'
import { NotHere } from '../not-here.tsx'
import { Answer } from './answer.tsx'
import { askedOf } from './asked.ts'
import { PlaceButton } from './certainty.tsx'
import { useInSight } from './in-sight.ts'
import './why.css'

const explainers = new WeakMap<EvidenceFile, Explainer>()

export default function WhyPanel() {
  const { words, map } = useApp()
  const { at, place } = useView('at', 'place')
  const evidence = useEvidence()
  if (at === null && place === null) return <p>{words.say('why.ask')}</p>
  if (evidence.state === 'failed') return <NotHere loaded={evidence} />
  if (evidence.state === 'loading' || !map) return <p aria-busy="true">{words.say('why.loading')}</p>
  return <Asked map={map} evidence={evidence.value} />
}

function Asked({ map, evidence }: { map: MapView; evidence: EvidenceFile }) {
  const { words, session, atlas } = useApp()
  const view = useView('at', 'place')
  const { day } = useClock('day')
  const explainer = explainerOf(evidence, atlas)
  const asked = askedOf(view, explainer)
  useInSight(
    map,
    asked.what === 'point' ? { lon: asked.lon, lat: asked.lat, named: asked.place !== null } : null,
  )
  if (asked.what === 'nothing') return null
  if (asked.what === 'unknown') return <p>{words.say('why.unknown-place', { id: asked.id })}</p>
  const { lon, lat, place } = asked
  const goTo = (next: PlaceRecord) => {
    session.change({ place: next.id, at: null })
    map.flyTo(next.lon, next.lat)
  }
  const answer = explainer.explain(map.faces.faceAt(lon, lat), lon, lat, day, place)
  if (!answer) {
    const nearest = explainer.nearestPlace(lon, lat)
    return (
      <>
        <p role="status">{words.say('why.outside')}</p>
        {nearest && <PlaceButton id="why.nearest" near={nearest} onPlace={goTo} />}
      </>
    )
  }
  return (
    <Answer
      answer={answer}
      lon={lon}
      lat={lat}
      asked={place}
      day={day}
      evidence={evidence}
      contradictions={(claim) => explainer.contradictions(claim)}
      onPlace={goTo}
    />
  )
}

/** @returns the explainer of this evidence, built when first asked for */
function explainerOf(evidence: EvidenceFile, atlas: Atlas): Explainer {
  let explainer = explainers.get(evidence)
  if (!explainer) {
    explainer = new Explainer(evidence, atlas)
    explainers.set(evidence, explainer)
  }
  return explainer
}
