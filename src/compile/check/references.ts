/** Rules on ids that texts name: stories, corrections and statements rest on rows that exist. */
import type { Folder } from '../read/folder.ts'
import { itemsOf, lineOfProperty, liner } from '../read/positions-in-text.ts'
import type { Problem } from '../read/problem.ts'
import { didYouMean } from '../read/suggest.ts'
import { readItems, readJson, readTable } from '../read/tables.ts'

interface Story {
  id: string
  order: number
  steps: { link: string; sentences: { refs: string[] }[] }[]
}

interface Correction {
  date: string
  ids: string[]
}

/**
 * @param known ids of all claims, area claims, positions, events and sources
 * @param languages in which everything is there
 */
export function unknownReferences(
  folder: Folder,
  known: ReadonlySet<string>,
  languages: readonly string[],
): Problem[] {
  return [
    ...explainedClaims(folder, known, languages),
    ...storyProblems(folder, known),
    ...correctionProblems(folder, known),
    ...statementProblems(folder, known),
  ]
}

const problem = (reason: string, file: string, line: number, message: string): Problem => ({
  reason,
  severity: 'error',
  file,
  line,
  message,
})

function storyProblems(folder: Folder, known: ReadonlySet<string>): Problem[] {
  const orders = new Map<number, string>()
  return folder.list('stories', '.json').flatMap((name): Problem[] => {
    const file = `stories/${name}`
    const story = readJson(folder, file, []) as Story | null
    if (!story) return []
    const text = folder.text(file) ?? ''
    const line = (word: string) => {
      const at = text.indexOf(JSON.stringify(word))
      return at < 0 ? 0 : liner(text)(at)
    }
    const found: Problem[] = []
    if (`${story.id}.json` !== name)
      found.push(
        problem(
          'story-id',
          folder.nameOf(file),
          line(story.id),
          `the id "${story.id}" is not the name of the file`,
        ),
      )
    const before = orders.get(story.order)
    if (before)
      found.push(
        problem(
          'story-order',
          folder.nameOf(file),
          line('order'),
          `${before} has the order ${story.order} already`,
        ),
      )
    orders.set(story.order, name)
    for (const { refs } of story.steps.flatMap(({ sentences }) => sentences))
      for (const id of refs)
        if (!known.has(id))
          found.push(
            problem(
              'unknown-reference',
              folder.nameOf(file),
              line(id),
              `there is no row "${id}"${didYouMean(id, known)}`,
            ),
          )
    return found
  })
}

function correctionProblems(folder: Folder, known: ReadonlySet<string>): Problem[] {
  const file = 'corrections.json'
  if (folder.locate(file) === null) return []
  const text = folder.text(file) ?? ''
  const items = itemsOf(text)
  const log = readItems<Correction>(folder, file, [])
  const texts = log.map(({ value }) => JSON.stringify(value))
  return log.flatMap(({ value, line }, i): Problem[] => [
    ...(texts.indexOf(texts[i]) < i
      ? [problem('duplicate-row', file, line, `the entry of ${value.date} stands twice`)]
      : []),
    ...(i > 0 && log[i - 1].value.date > value.date
      ? [
          problem(
            'corrections-order',
            file,
            line,
            `${value.date} comes after ${log[i - 1].value.date}: oldest first`,
          ),
        ]
      : []),
    ...value.ids
      .filter((id) => !known.has(id))
      .map((id) =>
        problem(
          'unknown-reference',
          file,
          items[i] ? lineOfProperty(text, items[i], id) : line,
          `there is no row "${id}"${didYouMean(id, known)}; rows that were taken out stand under "removed"`,
        ),
      ),
  ])
}

function explainedClaims(
  folder: Folder,
  known: ReadonlySet<string>,
  languages: readonly string[],
): Problem[] {
  return readTable(folder, 'contradictions.csv', ['claim'], []).flatMap((row) => {
    const id = row.get('claim')
    const say = (reason: string, message: string) => problem(reason, row.file, row.line, message)
    const reason = row.text('reason')
    return [
      ...(known.has(id)
        ? []
        : [say('unknown-reference', `there is no claim "${id}"${didYouMean(id, known)}`)]),
      ...languages
        .filter((language) => !reason[language])
        .map((language) => say('verdict-without-reason', `${id}: say why, in reason_${language}`)),
    ]
  })
}

function statementProblems(folder: Folder, known: ReadonlySet<string>): Problem[] {
  return readTable(folder, 'statements.csv', ['rows'], []).flatMap((row) =>
    [...row.list('rows'), ...row.list('source')]
      .filter((id) => !known.has(id))
      .map((id) =>
        problem(
          'unknown-reference',
          row.file,
          row.line,
          `${row.get('document')}: there is no row "${id}"${didYouMean(id, known)}`,
        ),
      ),
  )
}
