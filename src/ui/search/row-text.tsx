/** What a line of found things says: its name, other names, and what else tells it from its namesakes. */
import type { ResultRow } from './results.ts'

export function RowText({ name, other, facts }: Pick<ResultRow, 'name' | 'other' | 'facts'>) {
  return (
    <span className="search-text">
      <span className="search-name">
        <bdi>{name}</bdi> {other && <bdi className="search-other">{other}</bdi>}
      </span>
      <span className="search-facts">{facts}</span>
    </span>
  )
}
