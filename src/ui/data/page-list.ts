/** The pages that there are beside the first one, as the head of the page lists them (src/site). */
import type { Day } from '../../chronicle/day.ts'
import type { DayChange } from '../../chronicle/day-changes.ts'

export interface PageList {
  /** the first one is that of pages whose path names none */
  languages: string[]
  /** atlas → ids of its stories */
  stories: Record<string, string[]>
}

/** Id of the element that holds the list. */
export const PAGE_LIST_ID = 'pages'

/** @returns the list, `null` where the first page is the only one */
export function readPageList(page: Document): PageList | null {
  const text = page.getElementById(PAGE_LIST_ID)?.textContent
  return text ? (JSON.parse(text) as PageList) : null
}

/** @returns days of an atlas that have a page, ascending: the first one, and those on which ground changes */
export function pageDays(start: Day, changes: readonly Pick<DayChange, 'day'>[]): Day[] {
  return [...new Set([start, ...changes.map(({ day }) => day)])]
}
