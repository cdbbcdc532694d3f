import { beforeEach, describe, expect, it } from 'vitest'
import { type AddressBar, createLinkHistory, type LinkHistory } from '../../src/link/history.ts'

/** A browser's history in memory, which counts how often it is written to and can refuse. */
function createFakeBar(first: string) {
  const entries = [first]
  let index = 0
  let callback = () => {}
  const bar = {
    writes: 0,
    refuses: false,
    entries,
    read: () => entries[index],
    push(search: string) {
      bar.write()
      entries.splice(++index, entries.length, search)
    },
    replace(search: string) {
      bar.write()
      entries[index] = search
    },
    write() {
      if (bar.refuses) throw new Error('SecurityError')
      bar.writes++
    },
    onReturn(listener: () => void) {
      callback = listener
      return () => {
        callback = () => {}
      }
    },
    leave() {},
    onLeave(listener: () => void) {
      bar.leave = listener
      return () => {
        bar.leave = () => {}
      }
    },
    go(by: number) {
      index += by
      callback()
    },
  }
  return bar satisfies AddressBar
}

function createFakeTimer() {
  let time = 0
  let jobs: { at: number; run: () => void }[] = []
  return {
    now: () => time,
    set(run: () => void, ms: number) {
      const job = { at: time + ms, run }
      jobs.push(job)
      return job
    },
    clear(handle: unknown) {
      jobs = jobs.filter((job) => job !== handle)
    },
    pass(ms: number) {
      const end = time + ms
      for (;;) {
        const next = jobs.filter((job) => job.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        time = next.at
        jobs = jobs.filter((job) => job !== next)
        next.run()
      }
      time = end
    },
  }
}

describe('the address bar over time', () => {
  let bar: ReturnType<typeof createFakeBar>
  let timer: ReturnType<typeof createFakeTimer>
  let returned: string[]
  let link: LinkHistory

  beforeEach(() => {
    bar = createFakeBar('?start')
    timer = createFakeTimer()
    returned = []
    link = createLinkHistory((search) => returned.push(search), bar, timer)
  })

  it('gives every deliberate step an entry', () => {
    link.push('?a')
    link.push('?b')
    link.push('?b')
    expect(bar.entries).toEqual(['?start', '?a', '?b'])
    bar.go(-1)
    expect(returned).toEqual(['?a'])
  })

  it('makes one entry of a drag, from which back leads to where it began', () => {
    for (let i = 1; i <= 300; i++) {
      link.gesture(`?d=${i}`)
      timer.pass(16)
    }
    link.endGesture()
    expect(bar.entries).toEqual(['?start', '?d=300'])
    expect(bar.writes).toBeLessThan(16)
    bar.go(-1)
    expect(returned).toEqual(['?start'])
    link.gesture('?e=1')
    link.endGesture()
    expect(bar.entries).toEqual(['?start', '?e=1'])
  })

  it('keeps the last day of a drag when a step follows at once', () => {
    link.gesture('?d=1')
    link.gesture('?d=2')
    link.push('?d=2&hide=UN')
    expect(bar.entries).toEqual(['?start', '?d=2', '?d=2&hide=UN'])
    link.gesture('?d=3')
    expect(bar.entries).toHaveLength(4)
  })

  it('does not begin a gesture that changes nothing', () => {
    link.gesture('?start')
    link.gesture('?start')
    link.endGesture()
    expect(bar.writes).toBe(0)
  })

  it('rewrites the entry when the map is moved, not too often', () => {
    for (let i = 1; i <= 100; i++) {
      link.replace(`?m=${i}`)
      timer.pass(10)
    }
    timer.pass(1000)
    expect(bar.entries).toEqual(['?m=100'])
    expect(bar.writes).toBeLessThan(5)
  })

  it('stays below what browsers allow, whatever happens', () => {
    for (let i = 1; i <= 3000; i++) {
      if (i % 3 === 0) link.push(`?x=${i}`)
      else if (i % 3 === 1) link.gesture(`?x=${i}`)
      else link.replace(`?x=${i}`)
      timer.pass(10)
    }
    timer.pass(1000)
    // thirty seconds and one, for which Safari gives a hundred writes
    expect(bar.writes).toBeLessThanOrEqual(100)
    timer.pass(30_000)
    expect(bar.read()).toBe('?x=3000')
  })

  it('forgets what it was about to write when the reader goes back', () => {
    link.push('?a')
    link.replace('?a&m=1')
    bar.go(-1)
    timer.pass(5000)
    expect(bar.entries).toEqual(['?start', '?a'])
    expect(bar.read()).toBe('?start')
  })

  it('tries again when the browser refuses', () => {
    bar.refuses = true
    link.push('?a')
    expect(bar.entries).toEqual(['?start'])
    bar.refuses = false
    timer.pass(5000)
    expect(bar.read()).toBe('?a')
  })

  it('writes what is left when the page is left, and goes on when somebody comes back to it', () => {
    link.gesture('?a')
    link.gesture('?b')
    bar.leave()
    expect(bar.read()).toBe('?b')
    link.gesture('?c')
    timer.pass(1000)
    expect(bar.read()).toBe('?c')
  })

  it('writes what is left and falls silent when disposed', () => {
    link.push('?a')
    link.replace('?b')
    link.dispose()
    expect(bar.read()).toBe('?b')
    bar.go(-1)
    expect(returned).toEqual([])
  })
})
