/** Where the light map looks: kept inside its limits, moved at once or little by little. North is always up. */
import { CLOSEST_BOX, DURATION, limitsOf, POINT_ZOOM, reducedMotion, ZOOM } from '../map/behaviour.ts'
import type { CameraMoves, CameraView, Insets } from '../map/map-contract.ts'
import { latitude, mercatorX, mercatorY } from '../map/webgl/local-plane.ts'
import { cameraFor, type StillCamera, viewOf } from '../still/camera.ts'

export interface LightCamera extends CameraMoves {
  /** Moves so that a point of the ground stays under a pixel of the map while the zoom changes. */
  zoomAround(x: number, y: number, levels: number): void
  /** Moves the ground by pixels. */
  drag(dx: number, dy: number): void
  /** The reader's hand takes over: whatever is on its way stops. */
  hold(): void
  /** Keeps the view inside its limits after the map changed its size. */
  fit(): void
}

export interface LightCameraOptions {
  bbox: readonly [number, number, number, number]
  camera: CameraView | null
  size(): { width: number; height: number }
  insets(): Insets
  /** the view is another one */
  onMove(): void
  /** the view came to rest on its own, after the reader asked for it */
  onArrived(): void
}

const WORLD = 512

export function lightCamera({
  bbox,
  camera,
  size,
  insets,
  onMove,
  onArrived,
}: LightCameraOptions): LightCamera {
  let now: StillCamera = limited(camera ?? whole())
  let frame = 0

  function whole(): StillCamera {
    return boxed(bbox)
  }

  function boxed(box: readonly [number, number, number, number]): StillCamera {
    const { width, height } = size()
    const { top, right, bottom, left } = insets()
    return cameraFor(box, width, height, [top, right, bottom, left])
  }

  /** No further away than the ground fills the map, and no further aside than it reaches. */
  function limited({ lon, lat, zoom }: StillCamera): StillCamera {
    const { width, height } = size()
    const { minZoom, maxBounds } = limitsOf(bbox, size(), insets())
    const [x0, x1] = [mercatorX(maxBounds[0]), mercatorX(maxBounds[2])]
    const [y0, y1] = [mercatorY(maxBounds[3]), mercatorY(maxBounds[1])]
    const least = Math.log2(Math.max(width / (x1 - x0), height / (y1 - y0)) / WORLD)
    const near = Math.min(ZOOM.most, Math.max(minZoom, least, zoom))
    const scale = WORLD * 2 ** near
    const within = (at: number, from: number, to: number, half: number) =>
      Math.min(Math.max(at, from + half), Math.max(from + half, to - half))
    return {
      lon: within(mercatorX(lon), x0, x1, width / 2 / scale) * 360 - 180,
      lat: latitude(within(mercatorY(lat), y0, y1, height / 2 / scale)),
      zoom: near,
    }
  }

  function set(next: StillCamera) {
    now = limited(next)
    onMove()
  }

  function stop() {
    cancelAnimationFrame(frame)
    frame = 0
  }

  /** @param duration milliseconds; 0: at once */
  function glide(target: StillCamera, duration: number) {
    stop()
    const [from, to] = [now, limited(target)]
    const levels = to.zoom - from.zoom
    const [x, y] = [mercatorX(from.lon), mercatorY(from.lat)]
    const [dx, dy] = [mercatorX(to.lon) - x, mercatorY(to.lat) - y]
    const time = reducedMotion() ? 0 : duration
    const began = performance.now()
    const step = () => {
      const share = time > 0 ? Math.min(1, (performance.now() - began) / time) : 1
      const eased = 1 - (1 - share) ** 3
      // While the scale grows, an even way over the screen is an uneven one over the ground.
      const way = Math.abs(levels) < 1e-6 ? eased : (1 - 2 ** (-levels * eased)) / (1 - 2 ** -levels)
      set(
        share === 1
          ? to
          : {
              lon: (x + dx * way) * 360 - 180,
              lat: latitude(y + dy * way),
              zoom: from.zoom + levels * eased,
            },
      )
      if (share === 1) {
        frame = 0
        onArrived()
      } else frame = requestAnimationFrame(step)
    }
    step()
  }

  const view = () => {
    const { width, height } = size()
    return viewOf(now, width, height)
  }
  /** The camera that has a point of the ground, in Web Mercator, at a pixel. */
  function placed(mx: number, my: number, x: number, y: number, zoom: number): StillCamera {
    const { width, height } = size()
    const scale = WORLD * 2 ** zoom
    return {
      lon: (mx - (x - width / 2) / scale) * 360 - 180,
      lat: latitude(my - (y - height / 2) / scale),
      zoom,
    }
  }
  const groundAt = (x: number, y: number): [number, number] => {
    const { width, height } = size()
    const scale = WORLD * 2 ** now.zoom
    return [mercatorX(now.lon) + (x - width / 2) / scale, mercatorY(now.lat) + (y - height / 2) / scale]
  }

  return {
    camera: () => ({ ...now, bearing: 0 }),
    goTo({ lon, lat, zoom }) {
      stop()
      set({ lon, lat, zoom })
    },
    flyTo(lon, lat, zoom = Math.max(now.zoom, POINT_ZOOM), duration = DURATION.fly) {
      const { width, height } = size()
      const { left, right, top, bottom } = insets()
      const [x, y] = [(width + left - right) / 2, (height + top - bottom) / 2]
      glide(placed(mercatorX(lon), mercatorY(lat), x, y, zoom), duration)
    },
    showAll: () => glide(whole(), DURATION.all),
    showBox(box) {
      const target = boxed(box)
      glide({ ...target, zoom: Math.min(target.zoom, CLOSEST_BOX) }, DURATION.box)
    },
    zoomBy: (levels) => glide({ ...now, zoom: now.zoom + levels }, DURATION.zoom),
    panBy(x, y) {
      const { width, height } = size()
      glide(
        placed(mercatorX(now.lon), mercatorY(now.lat), width * (0.5 - x), height * (0.5 - y), now.zoom),
        DURATION.pan,
      )
    },
    metresPerPixel: () => view().metresPerPixel,
    screenOf(lon, lat) {
      const [x, y] = view().project(lon, lat)
      return { x, y }
    },
    boxInView({ left, right, top, bottom }) {
      const { width, height } = size()
      const [x0, y0] = groundAt(left, top)
      const [x1, y1] = groundAt(Math.max(left, width - right), Math.max(top, height - bottom))
      return [x0 * 360 - 180, latitude(y1), x1 * 360 - 180, latitude(y0)]
    },
    zoomAround(x, y, levels) {
      stop()
      const zoom = limited({ ...now, zoom: now.zoom + levels }).zoom
      set(placed(...groundAt(x, y), x, y, zoom))
    },
    drag(dx, dy) {
      stop()
      const { width, height } = size()
      set(placed(mercatorX(now.lon), mercatorY(now.lat), width / 2 + dx, height / 2 + dy, now.zoom))
    },
    hold: stop,
    fit: () => set(now),
  }
}
