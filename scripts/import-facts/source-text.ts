/** Taking the `sources` cells of the fact files apart: items, labels, dates, addresses. */

export interface SourceItem {
  /** what stands before the address, quotes removed */
  label: string
  url: string | null
}

/**
 * Splits "Publisher 1 Dec 2024 https://…;seed:000;background-knowledge". A `;` inside an address does not split: what
 * follows it has neither a space nor an address of its own.
 */
export function splitSources(cell: string): SourceItem[] {
  const items: string[] = []
  for (const part of cell.split(';')) {
    const text = part.trim()
    if (!text) continue
    const starts = /^(seed:\d|background)/.test(text) || /https?:\/\//.test(text) || /\s/.test(text)
    if (starts || items.length === 0) items.push(text)
    else items[items.length - 1] += `;${text}`
  }
  return items.map((text) => {
    const at = text.search(/https?:\/\//)
    const label = (at < 0 ? text : text.slice(0, at)).replace(/^["“]+|["”]+$/g, '').trim()
    return { label, url: at < 0 ? null : text.slice(at).trim() }
  })
}

/** The form in which two addresses of one page are equal. */
export function addressKey(url: string): string {
  const bare = url
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(':443/', '/')
    .replace(/#.*$/, '')
  const [path, query = ''] = bare.split(/\?(.*)/s)
  // Accelerated (amp) copies and sort orders are the same page.
  const kept = query.split('&').filter((pair) => pair && !/^(amp(=|$)|so=|utm_|amp;)/.test(pair))
  const clean = decode(path)
    .replace(/\/+amp(\.html)?\/?$/, '')
    .replace(/\/+$/, '')
  return kept.length ? `${clean}?${kept.sort().join('&')}` : clean
}

/** Percent-decoding that leaves broken sequences alone. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH = `(${MONTHS.join('|')})[a-z]*`
const two = (n: number | string) => String(n).padStart(2, '0')

/**
 * Publication day out of a label or, failing that, an address. Labels without a year are from the winter of the
 * offensive: November and December are 2024, other months 2025.
 * @returns `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or null
 */
export function dateOf(label: string, url: string | null): string | null {
  // Titles of encyclopedia articles carry years of the events, not of the publication.
  const text = /wiki|gazetteer|natural earth|undated|no date|not shown/i.test(label) ? '' : label
  const fromUrl = url ? dateOfAddress(decode(url)) : null
  return dateOfLabel(text, fromUrl?.slice(0, 4)) ?? fromUrl
}

function dateOfLabel(text: string, urlYear?: string): string | null {
  const iso = /\b(20\d\d)-(\d\d)(?:-(\d\d))?\b/.exec(text)
  if (iso) return iso[3] ? iso[0] : `${iso[1]}-${iso[2]}`
  const dayMonth = new RegExp(`\\b(?:\\d{1,2}[-–])?(\\d{1,2}) ${MONTH}(?: (20\\d\\d))?\\b`, 'i').exec(text)
  if (dayMonth) {
    const month = MONTHS.indexOf(dayMonth[2].slice(0, 3).toLowerCase()) + 1
    const year = dayMonth[3] ?? urlYear ?? (month >= 11 ? '2024' : '2025')
    return `${year}-${two(month)}-${two(dayMonth[1])}`
  }
  const month = new RegExp(`\\b${MONTH} (20\\d\\d)\\b`, 'i').exec(text)
  if (month) return `${month[2]}-${two(MONTHS.indexOf(month[1].slice(0, 3).toLowerCase()) + 1)}`
  return /\b(20\d\d)\b/.exec(text)?.[1] ?? null
}

function dateOfAddress(url: string): string | null {
  const full = /(20[12]\d)[/\-.](0[1-9]|1[0-2])[/\-.](0[1-9]|[12]\d|3[01])(?!\d)/.exec(url)
  if (full) return `${full[1]}-${full[2]}-${full[3]}`
  const compact = /[/_-](20[12]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[/_-]/.exec(url)
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`
  const month = /\/(20[12]\d)\/(0[1-9]|1[0-2])\//.exec(url)
  return month ? `${month[1]}-${month[2]}` : null
}
