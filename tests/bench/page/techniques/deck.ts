/** deck.gl with its extension for filtering by time on the graphics card. */
import { Deck, MapView } from '@deck.gl/core'
import { DataFilterExtension } from '@deck.gl/extensions'
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers'
import { rgbOf } from '../../../../src/map/colour.ts'
import { frontSpans, groundSpans, NEVER, type Span } from '../intervals.ts'
import { readRows, type Scene, type Stage, type Technique, VIEW } from '../stage.ts'

interface Item extends Span {
  shape: number[][] | number[][][]
}

export const deck: Technique = async ({ container, atlas, looks, day: first }: Scene) => {
  // Days are counted from the first one: the filter is single precision.
  const zero = atlas.start
  const ground = groundSpans(atlas, looks).flatMap(({ geometry, properties }) =>
    geometry.coordinates.map((shape): Item => ({ ...properties, shape })),
  )
  const fronts = frontSpans(atlas, looks).map(
    ({ geometry, properties }): Item => ({ ...properties, shape: geometry.coordinates }),
  )
  const filter = (day: number) => ({
    extensions: [new DataFilterExtension({ filterSize: 2 })],
    getFilterValue: ({ start, end }: Item) => [start - zero, end - zero],
    filterRange: [
      [-1, day - zero],
      [day - zero + 1, NEVER],
    ],
  })
  const colour = (item: Item) => [...rgbOf(item.colour)] as [number, number, number]
  const layers = (day: number) => [
    new SolidPolygonLayer<Item>({
      id: 'ground',
      data: ground,
      getPolygon: ({ shape }) => shape as number[][][] as never,
      getFillColor: colour,
      ...filter(day),
    }),
    new PathLayer<Item>({
      id: 'fronts',
      data: fronts,
      getPath: ({ shape }) => shape as number[][] as never,
      getColor: colour,
      widthUnits: 'pixels',
      getWidth: 1.8,
      ...filter(day),
    }),
  ]
  let gl: WebGL2RenderingContext | null = null
  let heard: (() => void) | null = null
  const stage: Stage = {
    setDay: (day) => made.setProps({ layers: layers(day) }),
    // After deck's own turn in the next frame; right away it would draw what was before.
    repaint: () => requestAnimationFrame(() => made.redraw('asked')),
    onFrame: null,
    // At rest: a frame has come, and none after it for a while.
    rest: () =>
      new Promise((resolve) => {
        let quiet: ReturnType<typeof setTimeout> | undefined
        heard = () => {
          clearTimeout(quiet)
          quiet = setTimeout(resolve, 60)
        }
        stage.repaint()
      }),
    rows: () => readRows(gl!),
  }
  const made = new Deck({
    parent: container as HTMLDivElement,
    views: new MapView({ repeat: false }),
    viewState: { longitude: VIEW.lon, latitude: VIEW.lat, zoom: VIEW.zoom },
    controller: false,
    useDevicePixels: 1,
    layers: layers(first),
    onAfterRender: (context: { gl?: WebGL2RenderingContext }) => {
      gl = context.gl ?? (document.querySelector('canvas')!.getContext('webgl2') as WebGL2RenderingContext)
      stage.onFrame?.()
      heard?.()
    },
  })
  await new Promise<void>((resolve) => {
    heard = resolve
  })
  return stage
}
