import { describe, expect, it } from 'vitest'
import { FrameTime } from '../../../src/map/webgl/frame-time.ts'

/** Graphics that take as long as they are told to, and a clock that runs only when somebody waits. */
function graphics() {
  let time = 0
  let pending: (() => void) | null = null
  const made = { fences: 0, deleted: 0 }
  const card = { takes: 0, lost: false }
  const frames = new FrameTime({ now: () => time, later: (callback) => (pending = callback) })
  let until = 0
  const gl = {
    SYNC_GPU_COMMANDS_COMPLETE: 1,
    SYNC_STATUS: 2,
    SIGNALED: 3,
    fenceSync: () => {
      made.fences++
      until = time + card.takes
      return {} as WebGLSync
    },
    getSyncParameter: () => (time >= until ? 3 : 0),
    deleteSync: () => made.deleted++,
    isContextLost: () => card.lost,
  } as unknown as WebGL2RenderingContext
  const finish = () => {
    while (pending) {
      const ask = pending
      pending = null
      time += 8
      ask()
    }
  }
  const draw = (takes: number) => {
    card.takes = takes
    frames.measure(gl)
    finish()
  }
  return { frames, gl, made, card, draw, finish }
}

describe('frames', () => {
  it('are slow after three slow ones in a row, and no longer after a quick one', () => {
    const { frames, draw, made } = graphics()
    draw(250)
    draw(250)
    expect(frames.isSlow).toBe(false)
    draw(250)
    expect(frames.isSlow).toBe(true)
    draw(12)
    expect(frames.isSlow).toBe(false)
    expect(made).toEqual({ fences: 4, deleted: 4 })
  })

  it('of sixty in a second are not', () => {
    const { frames, draw } = graphics()
    for (let i = 0; i < 5; i++) draw(15)
    expect(frames.isSlow).toBe(false)
  })

  it('are measured one at a time', () => {
    const { frames, gl, made, card, finish } = graphics()
    card.takes = 300
    for (let i = 0; i < 4; i++) frames.measure(gl)
    finish()
    expect(made.fences).toBe(1)
  })

  it('that are lost with the graphics say nothing, and the next one is measured again', () => {
    const { frames, gl, card, draw, finish } = graphics()
    for (let i = 0; i < 2; i++) draw(250)
    card.takes = 250
    frames.measure(gl)
    card.lost = true
    finish()
    expect(frames.isSlow).toBe(false)
    card.lost = false
    draw(250)
    expect(frames.isSlow).toBe(true)
  })
})
