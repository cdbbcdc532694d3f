/** Reads from a trace of Chromium how long each step kept the threads of a page busy. */

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** microseconds */
  ts: number
  dur?: number
  /** processor time, microseconds: what other programs take does not count */
  tdur?: number
  args: { name?: string }
}

export interface StepCost {
  /** processor time of the main thread, milliseconds */
  main: number
  /** processor time of all workers, milliseconds */
  workers: number
  /** processor time of the longest task of the main thread, milliseconds */
  longest: number
}

/** @param trace JSON as the browser writes it, with a mark `step` at the beginning of each step and after the last */
export function stepCosts(trace: string): StepCost[] {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace)
  const marks = traceEvents.filter(({ name, ph }) => name === 'step' && /^[RIin]$/.test(ph))
  if (marks.length < 2) throw new Error('the trace holds no steps')
  const { pid, tid } = marks[0]
  const times = marks.map(({ ts }) => ts).sort((a, b) => a - b)
  const workers = new Set(
    traceEvents
      .filter(
        ({ name, args, pid: p }) => name === 'thread_name' && p === pid && /Worker/.test(args.name ?? ''),
      )
      .map(({ tid }) => tid),
  )
  const costs = times.slice(1).map((): StepCost => ({ main: 0, workers: 0, longest: 0 }))
  for (const event of traceEvents) {
    const isTask = event.name === 'RunTask' && event.pid === pid && event.dur !== undefined
    if (!isTask) continue
    // A step's own call runs in the task that the mark lies in, so a task counts where it ends.
    const end = event.ts + event.dur!
    const step = times.findLastIndex((at) => at < end)
    if (step < 0 || step >= costs.length) continue
    const took = (event.tdur ?? event.dur!) / 1000
    if (event.tid === tid) {
      costs[step].main += took
      costs[step].longest = Math.max(costs[step].longest, took)
    } else if (workers.has(event.tid)) costs[step].workers += took
  }
  return costs
}

/** @param share 0.5: the median */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
