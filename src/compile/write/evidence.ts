/** Writes the evidence: why each site has the history it has. Loaded by readers who ask. */
import { isoOf } from '../../chronicle/day.ts'
import {
  type ClaimRecord,
  EVIDENCE_FORMAT,
  EVIDENCE_VERSION,
  type EvidenceFile,
  type Judgement,
  type SiteRecord,
} from '../../chronicle/evidence.ts'
import type { Compiled } from '../guards/compiled.ts'

export function evidenceOf(compiled: Compiled): EvidenceFile {
  const { dataset, ledger, partition, histories, faceOfPatch } = compiled
  const { plane, first } = compiled.ground
  const claims: ClaimRecord[] = new Array(dataset.claims.length + dataset.areaClaims.length)
  for (const numbered of ledger.places.values()) {
    for (const { claim, index, grade } of numbered) {
      const { id, place, earliest, latest, event, from, to } = claim
      claims[index] = {
        id,
        about: place,
        scope: 'place',
        earliest: isoOf(earliest),
        latest: isoOf(latest),
        event,
        from: from ? [from] : [],
        to,
        grade,
        ...judgementOf(claim),
      }
    }
  }
  for (const { claim, index, grade } of ledger.areas) {
    const { id, area, earliest, latest, from, to, state } = claim
    claims[index] = {
      id,
      about: area,
      scope: 'area',
      earliest: isoOf(earliest),
      latest: isoOf(latest),
      event: state,
      from,
      to,
      grade,
      ...judgementOf(claim),
    }
  }
  const siteOfPlace = new Map<string, number>()
  const sites = partition.sites.map((site, i): SiteRecord => {
    if (site.place) siteOfPlace.set(site.place, i)
    const [lon, lat] = plane.inverse(site.point)
    const patch = partition.home.get(i)
    return {
      lon: round5(lon),
      lat: round5(lat),
      face: patch === undefined ? -1 : faceOfPatch[patch],
      place: site.place,
      block: site.block,
      history: histories[i].map(({ start, holder, other, state, grade, claims: behind }) => [
        start - first,
        holder,
        other,
        state,
        grade,
        behind,
      ]),
    }
  })
  const places = [...dataset.places.values()].map((place) => {
    const site = siteOfPlace.get(place.id)
    const about = (ledger.places.get(place.id) ?? []).map(({ index, claim }) => ({
      index,
      day: claim.latest,
    }))
    return {
      id: place.id,
      name: place.name,
      variants: place.variants ?? [],
      kind: place.kind,
      governorate: place.governorate,
      lon: place.lon,
      lat: place.lat,
      precision_m: place.precision_m,
      face: site === undefined ? -1 : sites[site].face,
      claims: about.sort((a, b) => a.day - b.day || a.index - b.index).map(({ index }) => index),
    }
  })
  const areas = [...dataset.areas.values(), ...dataset.governorates].map(({ id, name }) => ({ id, name }))
  return {
    format: EVIDENCE_FORMAT,
    version: EVIDENCE_VERSION,
    sites,
    places,
    claims,
    sources: [...dataset.sources.values()].map(({ file, line, ...source }) => source),
    areas,
  }
}

const judgementOf = ({ verdict, reason, conflicts, sources, readings, confidence, note }: Judgement) => ({
  verdict,
  reason,
  conflicts,
  sources,
  ...(readings && { readings }),
  confidence,
  note,
})

const round5 = (degrees: number) => Math.round(degrees * 1e5) / 1e5
