/** Turns measurements into tables: for the terminal and for results.md. */
import type { Result } from './measure.ts'
import { quantile } from './trace.ts'

export const TITLES: Record<string, string> = {
  floor: 'bare repaint (floor)',
  webgl: '**painter on the graphics card**',
  'feature-state': 'feature-state painter',
  setData: 'setData per day',
  setFilter: 'setFilter on intervals',
  'global-state': 'global-state in paint',
  deck: 'deck.gl DataFilterExtension',
  leaflet: 'Leaflet, canvas',
}

/** @returns one result for each technique and size: the medians of its runs */
export function medians(results: readonly Result[]): Result[] {
  const groups = new Map<string, Result[]>()
  for (const result of results) {
    const key = `${result.size} ${result.technique}`
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  return [...groups.values()].map((runs) => {
    const middle = { ...runs[0] }
    for (const [name, value] of Object.entries(middle)) {
      if (typeof value !== 'number') continue
      const values = runs.map((run) => run[name as keyof Result] as number)
      Object.assign(middle, { [name]: quantile(values, 0.5) })
    }
    // A wrong frame or a long task in any run is one too many to be averaged away.
    return {
      ...middle,
      right: Math.min(...runs.map(({ right }) => right)),
      long: Math.max(...runs.map(({ long }) => long)),
    }
  })
}

const HEAD = [
  'technique',
  'steps',
  'main thread ms/step, median',
  'p95',
  '× floor',
  'workers ms',
  'painted ms',
  '× floor',
  'right frames',
  'tasks > 50 ms',
  'load ms',
  'JS heap MB',
  'process MB',
]

/** @returns a Markdown table of one size */
export function table(results: readonly Result[]): string {
  const floor = results.find(({ technique }) => technique === 'floor')
  const ratio = (value: number, to: number | undefined) => (to ? (value / to).toFixed(2) : '–')
  const rows = results.map((result) => [
    TITLES[result.technique],
    String(result.steps),
    result.main.toFixed(1),
    result.mainP95.toFixed(1),
    ratio(result.main, floor?.main),
    result.workers.toFixed(1),
    result.missing > 0 ? `${result.painted.toFixed(0)} (${result.missing} never)` : result.painted.toFixed(0),
    ratio(result.painted, floor?.painted),
    result.technique === 'floor' ? '–' : `${(100 * result.right).toFixed(0)} %`,
    String(result.long),
    result.load.toFixed(0),
    result.heap.toFixed(0),
    result.resident?.toFixed(0) ?? '–',
  ])
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(HEAD), line(HEAD.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

export interface Goal {
  text: string
  met: boolean
}

/** What the painter is held to. Only goals that this run could measure. */
export function goals(results: readonly Result[]): Goal[] {
  const find = (technique: string, size: number) =>
    results.find((r) => r.technique === technique && r.size === size)
  const list: Goal[] = []
  for (const [size, limit] of [
    [1, 1.3],
    [10, 2],
    [100, 2],
  ]) {
    const [painter, floor] = [find('webgl', size), find('floor', size)]
    if (!painter || !floor) continue
    const share = painter.main / floor.main
    list.push({
      text: `a step at ×${size} costs at most ${limit} bare repaints: ${share.toFixed(2)}`,
      met: share <= limit,
    })
  }
  for (const painter of results.filter(({ technique }) => technique === 'webgl')) {
    const data = find('setData', painter.size)
    if (data) {
      const share = (data.main + data.workers) / (painter.main + painter.workers)
      list.push({
        text: `at least 4 times less processor time than setData at ×${painter.size}: ${share.toFixed(1)}`,
        met: share >= 4,
      })
    }
    list.push({
      text: `all frames right at ×${painter.size}: ${(100 * painter.right).toFixed(0)} %`,
      met: painter.right === 1,
    })
    list.push({ text: `no task over 50 ms at ×${painter.size}: ${painter.long}`, met: painter.long === 0 })
  }
  return list
}
