/**
 * Parts of MapLibre that no map of ours has a use for, left out of builds from its sources (vite/maplibre.ts): 53 kB
 * less before the first picture of the map. Where one stood, something of the same name says so when it is used.
 */

/** Kinds of layers that are not drawn. Of other people's styles src/map/tiles takes none of these either. */
const LAYERS = ['circle', 'color_relief', 'fill_extrusion', 'heatmap']

/** Modules, below the sources of MapLibre. */
export const LEFT_OUT: readonly string[] = [
  ...LAYERS.flatMap((kind) => [
    `style/style_layer/${kind}_style_layer.ts`,
    `webgl/draw/draw_${kind}.ts`,
    `webgl/program/${kind}_program.ts`,
    ...shaders(kind),
  ]),
  ...shaders('fill_extrusion_pattern'),
  ...shaders('heatmap_texture'),
  // Our maps are flat: no globe, no hills to stand on.
  'geo/projection/globe_projection.ts',
  'geo/projection/globe_transform.ts',
  'geo/projection/globe_camera_helper.ts',
  'geo/projection/vertical_perspective_projection.ts',
  'geo/projection/vertical_perspective_transform.ts',
  'geo/projection/vertical_perspective_camera_helper.ts',
  ...shaders('_projection_globe'),
  'webgl/program/atmosphere_program.ts',
  ...shaders('atmosphere'),
  'render/terrain.ts',
  'webgl/render_to_texture.ts',
  'webgl/draw/draw_terrain.ts',
  ...shaders('terrain'),
  ...shaders('terrain_depth'),
  ...shaders('terrain_height'),
  // Tiles come as the vector tiles of Mapbox or as pictures.
  'source/vector_tile_mlt.ts',
  'source/video_source.ts',
  'source/canvas_source.ts',
  // The address and the credit are ours (src/link, src/ui/shell).
  'ui/hash.ts',
  'ui/control/attribution_control.ts',
  'ui/control/logo_control.ts',
  // What shows those who work on MapLibre how it works.
  'webgl/draw/draw_debug.ts',
  'webgl/draw/draw_collision_debug.ts',
  ...shaders('debug'),
  ...shaders('collision_box'),
  ...shaders('collision_circle'),
]

function shaders(name: string): string[] {
  return ['fragment', 'vertex'].map((stage) => `shaders/glsl/${name}.${stage}.glsl.g.ts`)
}

/** A module with what all that stands in for others throws. */
export const MISSING = '\0left-out-of-maplibre'
export const MISSING_CODE = `export const missing = (name) => {
  throw new Error(name + ' of MapLibre is not in this build; MAPLIBRE=packaged builds with all of it.')
}`

/**
 * @param names that a module exports
 * @returns a module that exports the same: questions that begin with `is` are answered with no, as whatever they ask
 *   about is none of what was left out; a default export, which are shaders, is empty; all else is a function that throws
 */
export function standIn(names: readonly string[]): string {
  const lines = names.map((name) => {
    if (name === 'default') return `export default ''`
    if (/^is[A-Z]/.test(name)) return `export const ${name} = () => false`
    return `export function ${name}() { missing('${name}') }`
  })
  return [`import { missing } from '${MISSING}'`, ...lines].join('\n')
}
