/** What a page says of its frames. */
export interface Paced {
  /** @returns how many frames were drawn as graphics until now, and whether one is asked for */
  framesDrawn(): { drawn: number; pending: boolean }
}

/**
 * Runs in a page, before its program: no frame begins before the last one is drawn. Where there is no graphics card, a
 * frame of the map takes half a second of processor time, and a page that opens or moves asks for dozens: the browser
 * takes them all in a queue, and works at it long after the page is ready and its test over.
 */
export function paceFrames(): void {
  /** How often an unfinished frame is asked after, milliseconds. */
  const ASK_AGAIN = 8
  /** From one frame to the next at least, milliseconds: what a page that opens receives one by one is drawn together. */
  const BETWEEN = 100
  const [nextFrame, later] = [requestAnimationFrame.bind(window), setTimeout.bind(window)]
  /** What drew since the last frame, and what has not finished drawing. */
  const drew = new Set<WebGL2RenderingContext>()
  const unfinished = new Map<WebGL2RenderingContext, WebGLSync | null>()
  const asked = new Map<number, FrameRequestCallback>()
  let [newest, waiting, drawn, began] = [0, false, 0, 0]
  // What arrives tells harness.ts that something may still be to come; usually only 250 files are remembered.
  performance.setResourceTimingBufferSize(100_000)
  Object.assign(window, {
    framesDrawn: () => ({ drawn, pending: asked.size > 0 }),
  } satisfies Paced)

  const forget = ({ target }: Event) => {
    for (const gl of unfinished.keys()) if (gl.canvas === target) unfinished.delete(gl)
  }
  for (const name of ['drawElements', 'drawArrays'] as const) {
    const draw = WebGL2RenderingContext.prototype[name] as (...what: number[]) => void
    WebGL2RenderingContext.prototype[name] = function (this: WebGL2RenderingContext, ...what: number[]) {
      drew.add(this)
      // What was begun before it was lost never ends.
      this.canvas.addEventListener('webglcontextlost', forget)
      draw.apply(this, what)
    }
  }

  function isDrawing(): boolean {
    for (const [gl, fence] of unfinished) {
      const done = !fence || gl.isContextLost() || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED
      if (!done) return true
      gl.deleteSync(fence)
      unfinished.delete(gl)
    }
    return false
  }

  function wait(): void {
    const early = began + BETWEEN - performance.now()
    if (isDrawing()) later(wait, ASK_AGAIN)
    else if (early > 0) later(wait, early)
    else nextFrame(frame)
  }

  function frame(time: number): void {
    waiting = false
    began = performance.now()
    const before = newest
    for (const [id, callback] of asked) {
      if (id > before) break
      asked.delete(id)
      try {
        callback(time)
      } catch (error) {
        reportError(error)
      }
    }
    if (drew.size) drawn++
    for (const gl of drew) {
      unfinished.set(gl, gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0))
      gl.flush()
    }
    drew.clear()
  }

  window.requestAnimationFrame = (callback) => {
    asked.set(++newest, callback)
    if (!waiting) {
      waiting = true
      wait()
    }
    return newest
  }
  window.cancelAnimationFrame = (id) => {
    asked.delete(id)
  }
}
