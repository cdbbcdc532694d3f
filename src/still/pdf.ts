/** A picture as a page to print. */
import { PDFDocument } from '@cantoo/pdf-lib'

/** Points of a PDF in a millimetre. */
const POINTS = 72 / 25.4

/**
 * @param png of the whole page
 * @param width @param height of the paper, millimetres; the picture is scaled to fit and centred
 * @param about what programs show of the document
 * @throws Error when the PNG cannot be read
 */
export async function pdfOf(
  png: Uint8Array,
  width: number,
  height: number,
  about: { title: string; author: string; language: string },
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle(about.title)
  document.setAuthor(about.author)
  document.setLanguage(about.language)
  // Without a moment of its own, the same picture is the same file.
  document.setCreationDate(new Date(0))
  document.setModificationDate(new Date(0))
  const page = document.addPage([width * POINTS, height * POINTS])
  const picture = await document.embedPng(png)
  const scale = Math.min(page.getWidth() / picture.width, page.getHeight() / picture.height)
  const size = { width: picture.width * scale, height: picture.height * scale }
  page.drawImage(picture, {
    x: (page.getWidth() - size.width) / 2,
    y: (page.getHeight() - size.height) / 2,
    ...size,
  })
  return document.save()
}
