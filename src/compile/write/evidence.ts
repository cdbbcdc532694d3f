/** Writes the evidence: why each site has the history it has. Loaded by readers who ask. */
import { type AtlasFile, decodeAtlas } from '../../chronicle/atlas.ts'
import { isoOf } from '../../chronicle/day.ts'
import type { ClaimRecord, Grade } from '../../chronicle/evidence.ts'
import { type EvidenceRecords, type StoredSite, storedEvidence } from '../../chronicle/evidence-records.ts'
import { rounded } from '../../geometry/rounded.ts'
import type { Compiled } from '../guards/compiled.ts'
import type { AreaClaim, Claim } from '../read/model.ts'

/** @param atlas that is written together with it */
export function evidenceOf(compiled: Compiled, atlas: AtlasFile): EvidenceRecords {
  const { dataset, ledger, partition, histories, faceOfPatch } = compiled
  const { plane, first } = compiled.ground
  const claims: ClaimRecord[] = new Array(dataset.claims.length + dataset.areaClaims.length)
  for (const { claim, index, grade } of [...ledger.places.values()].flat()) {
    const { place, event, from, to } = claim
    const said = { about: place, scope: 'place', event, from: from ? [from] : [], to } as const
    claims[index] = recordOf(claim, grade, said)
  }
  for (const { claim, index, grade } of ledger.areas) {
    const { area, state, from, to } = claim
    claims[index] = recordOf(claim, grade, { about: area, scope: 'area', event: state, from, to })
  }
  const faction = (index: number) => ledger.factions[index] ?? null
  const sites = partition.sites.map((site, i): StoredSite => {
    const [lon, lat] = plane.inverse(site.point)
    const patch = partition.home.get(i)
    return {
      lon: rounded(lon, 5),
      lat: rounded(lat, 5),
      face: patch === undefined ? -1 : faceOfPatch[patch],
      place: site.place,
      history: histories[i].map(({ start, holder, other, state, grade, claims: behind }) => [
        start - first,
        faction(holder),
        faction(other),
        state,
        grade,
        behind.map((index) => claims[index].id),
      ]),
    }
  })
  const places = [...dataset.places.values()].map((place) => ({
    id: place.id,
    name: place.name,
    variants: place.variants ?? [],
    kind: place.kind,
    governorate: place.governorate,
    lon: place.lon,
    lat: place.lat,
    precision_m: place.precision_m,
  }))
  const sources = [...dataset.sources.values()].map(({ file, line, ...source }) => source)
  const areas = [...dataset.areas.values(), ...dataset.governorates].map(({ id, name }) => ({ id, name }))
  return storedEvidence({ sites, places, claims, sources, areas }, decodeAtlas(atlas))
}

type Said = Pick<ClaimRecord, 'about' | 'scope' | 'event' | 'from' | 'to'>

function recordOf(
  claim: Claim | AreaClaim,
  grade: Grade,
  { about, scope, event, from, to }: Said,
): ClaimRecord {
  const { id, earliest, latest, verdict, reason, conflicts, sources, readings, confidence, note } = claim
  return {
    id,
    about,
    scope,
    earliest: isoOf(earliest),
    latest: isoOf(latest),
    event,
    from,
    to,
    grade,
    verdict,
    reason,
    conflicts,
    sources,
    ...(readings && { readings }),
    confidence,
    note,
  }
}
