import { describe, expect, it } from 'vitest'
import type { Insets } from '../../../src/map/map-contract.ts'
import { keepWhole } from '../../../src/ui/compare/keep-whole.ts'

const COUNTRY = [0, 0, 10, 10] as const
const free = (bottom: number): Insets => ({ top: 0, left: 0, right: 0, bottom })

/** A map on which a pixel is a degree: it is seen from `south` up to `south` + 12, less what is covered. */
function pageWith(south: number) {
  let covered = free(0)
  let tell = () => {}
  let fitted = 0
  const leave = keepWhole(
    {
      boxInView: ({ bottom }: Insets) => [-1, south + bottom, 11, south + 12],
      showAll: () => void fitted++,
    },
    {
      insets: () => covered,
      subscribe(listener) {
        tell = listener
        return () => {
          tell = () => {}
        }
      },
    },
    COUNTRY,
  )
  return {
    cover(bottom: number) {
      covered = free(bottom)
      tell()
      return fitted
    },
    leave,
  }
}

describe('what was seen whole', () => {
  it('is fitted anew when the controls of a comparison cover a part of it', () => {
    expect(pageWith(-1).cover(3)).toBe(1)
  })

  it('stays where it is while all of it is seen, and where a part was out of view before', () => {
    expect(pageWith(-1).cover(0.5)).toBe(0)
    expect(pageWith(2).cover(3)).toBe(0)
  })

  it('is left alone when the comparison is over', () => {
    const page = pageWith(-1)
    page.leave()
    expect(page.cover(3)).toBe(0)
  })
})
