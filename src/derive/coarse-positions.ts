/**
 * Positions as the first picture needs them: what is drawn and counted, without sources and notes. Runs
 * when building; the panels that tell more fetch the whole file.
 */
import type { FeatureCollection } from 'geojson'

const KEPT = /^(id|site|faction|kind|name(_[a-z]+)?|status|start_date|end_date|verdict|precision_m)$/

/** @returns the same positions, without what no map shows */
export function coarsePositions(positions: FeatureCollection): FeatureCollection {
  return {
    ...positions,
    features: positions.features.map((feature) => ({
      ...feature,
      properties: Object.fromEntries(
        Object.entries(feature.properties ?? {}).filter(([name, value]) => KEPT.test(name) && value !== null),
      ),
    })),
  }
}
