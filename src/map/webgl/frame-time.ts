/**
 * How long the graphics take for a frame, so that nothing moves where they cannot follow: without a graphics card a frame
 * takes a quarter of a second, thirty of them for one fade stand in a queue, and the next day waits behind it.
 */
type Fences = Pick<
  WebGL2RenderingContext,
  | 'fenceSync'
  | 'getSyncParameter'
  | 'deleteSync'
  | 'isContextLost'
  | 'SYNC_GPU_COMMANDS_COMPLETE'
  | 'SYNC_STATUS'
  | 'SIGNALED'
>

/** A frame that takes longer than this is no part of a motion, milliseconds. */
const SLOW = 80
/** So many frames in a row must be: the first ones also wait for programs and textures. */
const FRAMES = 3
/** How often an unfinished frame is asked after, milliseconds. */
const ASK_AGAIN = 8

export interface Waiting {
  /** milliseconds */
  now(): number
  later(callback: () => void, milliseconds: number): unknown
}
const WAITING: Waiting = {
  now: () => performance.now(),
  later: (callback, milliseconds) => setTimeout(callback, milliseconds),
}

export class FrameTime {
  private readonly waiting: Waiting
  private durations: number[] = []
  private measuring = false

  constructor(waiting = WAITING) {
    this.waiting = waiting
  }

  /** Whether the last frames all took too long for anything to move. */
  get isSlow(): boolean {
    return this.durations.length === FRAMES && Math.min(...this.durations) > SLOW
  }

  /** Measures the frame that was just sent, if none is being measured. */
  measure(gl: Fences) {
    const fence = this.measuring ? null : gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    if (!fence) return
    this.measuring = true
    const began = this.waiting.now()
    const ask = () => {
      if (!gl.isContextLost() && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
        this.waiting.later(ask, ASK_AGAIN)
        return
      }
      this.measuring = false
      if (gl.isContextLost()) return
      gl.deleteSync(fence)
      this.durations = [...this.durations, this.waiting.now() - began].slice(-FRAMES)
    }
    this.waiting.later(ask, ASK_AGAIN)
  }
}
