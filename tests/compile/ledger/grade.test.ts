/** The grading rule of geodata/README.md, case by case. */
import { describe, expect, it } from 'vitest'
import type { ReadingResult } from '../../../src/chronicle/evidence.ts'
import { betterGrade, gradeOf, lowerGrade } from '../../../src/compile/ledger/grade.ts'
import { source } from '../small-country.ts'

const SOURCES = new Map(
  [
    source('neutral-1'),
    source('neutral-2'),
    source('neutral-1b', { publisher: 'neutral-1' }),
    source('for-red', { stance: ['RED'] }),
    source('for-red-too', { stance: ['RED'] }),
    source('for-red-and-blue', { stance: ['RED', 'BLUE'] }),
    source('for-blue', { stance: ['BLUE'] }),
    source('background', { kind: 'none' }),
  ].map((s) => [s.id, s]),
)
const grade = (sources: string[], over: { to?: string | null; days?: number } = {}) =>
  gradeOf(
    { earliest: 100, latest: 100 + (over.days ?? 0), to: over.to === undefined ? 'RED' : over.to, sources },
    SOURCES,
  )

describe('grade', () => {
  it('A: two publishers, one of them free of the side that gains, day known', () => {
    expect(grade(['neutral-1', 'neutral-2'])).toBe('A')
    expect(grade(['neutral-1', 'for-red'])).toBe('A')
    expect(grade(['for-blue', 'for-red'])).toBe('A')
    expect(grade(['neutral-1', 'neutral-2'], { days: 1 })).toBe('A')
  })

  it('B: one free publisher, or two that serve different masters', () => {
    expect(grade(['neutral-1'])).toBe('B')
    expect(grade(['for-blue'])).toBe('B')
    expect(grade(['neutral-1', 'neutral-1b'])).toBe('B')
    expect(grade(['for-red', 'for-red-and-blue'])).toBe('B')
    expect(grade(['neutral-1', 'neutral-2'], { days: 4 })).toBe('B')
  })

  it('C: only publishers of the side that gains, or a date uncertain by more than a week', () => {
    expect(grade(['for-red'])).toBe('C')
    expect(grade(['for-red', 'for-red-too'])).toBe('C')
    expect(grade(['neutral-1', 'neutral-2'], { days: 8 })).toBe('C')
  })

  it('D: no publication', () => {
    expect(grade(['background'])).toBe('D')
    expect(grade(['background'], { days: 30 })).toBe('D')
    expect(grade(['unknown-id'])).toBe('D')
    expect(grade([])).toBe('D')
  })

  describe('second reading', () => {
    const read = (sources: string[], results: Record<string, ReadingResult>) =>
      gradeOf(
        {
          earliest: 100,
          latest: 100,
          to: 'RED',
          sources,
          readings: Object.entries(results).map(([source, result]) => ({
            source,
            date: '2025-02-01',
            result,
          })),
        },
        SOURCES,
      )

    it('leaves the grade when the publications were found, or not yet looked for', () => {
      expect(read(['neutral-1', 'neutral-2'], { 'neutral-1': 'read', 'neutral-2': 'excerpt' })).toBe('A')
      expect(read(['neutral-1', 'neutral-2'], { 'neutral-1': 'read' })).toBe('A')
    })

    it('does not count what was not found beside what was', () => {
      expect(read(['neutral-1', 'neutral-2'], { 'neutral-2': 'not-found' })).toBe('B')
    })

    it('steps down when nothing was found again', () => {
      expect(read(['neutral-1'], { 'neutral-1': 'not-found' })).toBe('C')
      expect(read(['neutral-1', 'neutral-2'], { 'neutral-1': 'not-found', 'neutral-2': 'not-found' })).toBe(
        'B',
      )
    })

    it('never counts a publication that says otherwise', () => {
      expect(read(['neutral-1', 'for-red'], { 'neutral-1': 'contradicted' })).toBe('C')
      expect(read(['neutral-1'], { 'neutral-1': 'contradicted' })).toBe('D')
    })
  })

  it('takes any publisher for free when nobody gains', () => {
    expect(grade(['for-red'], { to: null })).toBe('B')
  })

  it('steps down at most to D, and keeps the better of two', () => {
    expect(['A', 'B', 'C', 'D'].map((g) => lowerGrade(g as 'A'))).toEqual(['B', 'C', 'D', 'D'])
    expect(betterGrade('C', 'A')).toBe('A')
    expect(betterGrade('B', 'D')).toBe('B')
  })
})
