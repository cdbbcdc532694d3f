/** How a view is cited: as text, as BibTeX, as CSL-JSON. Plain templates: one kind of work in three forms needs no library. */
export const CITATIONS = ['text', 'bibtex', 'csl'] as const
export type CitationForm = (typeof CITATIONS)[number]

export interface Cited {
  /** id of the atlas */
  id: string
  /** of the map */
  title: string
  /** the day or days shown, in words */
  day: string
  /** `YYYY-MM-DD` */
  isoDay: string
  /** of the build; empty when it has none */
  version: string
  /** whose data it is made from */
  sources: string
  address: string
  language: string
  /** the day on which somebody looked at it, `YYYY-MM-DD` */
  accessed: string
}

export function citation(form: CitationForm, cited: Cited): string {
  return FORMS[form](cited)
}

const FORMS: Record<CitationForm, (cited: Cited) => string> = {
  text: ({ title, day, version, sources, address, accessed }) =>
    [`${title}: ${day}.`, version && `[${version}]`, `${sources}.`, `${address} (${accessed})`]
      .filter(Boolean)
      .join(' '),
  bibtex: ({ id, title, day, isoDay, version, sources, address, language, accessed }) =>
    `@misc{${id}-${isoDay},
  author = {{${latex(title)}}},
  title = {${latex(`${title}: ${day}`)}},
  year = {${accessed.slice(0, 4)}},
  version = {${latex(version)}},
  note = {${latex(sources)}},
  url = {${address}},
  urldate = {${accessed}},
  langid = {${language}}
}
`,
  csl: ({ id, title, day, isoDay, version, sources, address, language, accessed }) =>
    `${JSON.stringify(
      [
        {
          id: `${id}-${isoDay}`,
          type: 'map',
          title: `${title}: ${day}`,
          author: [{ literal: title }],
          issued: { 'date-parts': [[Number(accessed.slice(0, 4))]] },
          accessed: { 'date-parts': [accessed.split('-').map(Number)] },
          version,
          note: sources,
          URL: address,
          language,
        },
      ],
      null,
      2,
    )}\n`,
}

/** Signs that mean something to LaTeX. */
const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const latex = (text: string) => text.replace(/[\\{}$&#%_~^]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`)
