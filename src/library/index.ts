/**
 * What programs outside of this project get: the reader of the atlas, and the painter for any MapLibre map. What is
 * exported here is the promise of the package; its version changes with it.
 */
export { AtlasError } from '../chronicle/atlas.ts'
export { addFronts, type FrontOptions, type Fronts } from './add-fronts.ts'
export { type FrontAtlas, type Holder, openAtlas, readAtlas } from './open-atlas.ts'
