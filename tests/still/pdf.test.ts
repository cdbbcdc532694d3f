import { PDFDocument } from '@cantoo/pdf-lib'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { pdfOf } from '../../src/still/pdf.ts'

const about = { title: 'A day', author: 'A map', language: 'en' }
const png = () => new Uint8Array(PNG.sync.write(new PNG({ width: 42, height: 30 })))

describe('a page to print', () => {
  it('has the size of the paper, and says what it is', async () => {
    const read = await PDFDocument.load(await pdfOf(png(), 420, 297, about))
    const { width, height } = read.getPage(0).getSize()
    expect([width, height].map((points) => Math.round((points / 72) * 25.4))).toEqual([420, 297])
    expect(read.getTitle()).toBe('A day')
    expect(read.getPageCount()).toBe(1)
  })

  it('is the same file for the same picture', async () => {
    expect(await pdfOf(png(), 420, 297, about)).toEqual(await pdfOf(png(), 420, 297, about))
  })

  it('is refused for what is no picture', async () => {
    await expect(pdfOf(new Uint8Array([1, 2, 3]), 420, 297, about)).rejects.toThrow()
  })
})
