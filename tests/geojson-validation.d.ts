/** The package has no types of its own. */
declare module 'geojson-validation' {
  /** With `trace` true: the list of faults, empty when the feature conforms to RFC 7946. */
  export function isFeature(feature: unknown, trace: true): string[]
  export function isFeatureCollection(collection: unknown, trace: true): string[]
  const gjv: { isFeature: typeof isFeature; isFeatureCollection: typeof isFeatureCollection }
  export default gjv
}
