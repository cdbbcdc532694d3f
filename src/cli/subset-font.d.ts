/** The package has no types of its own. */
declare module 'subset-font' {
  /** @returns the font with the glyphs that the text needs, alone or joined */
  export default function subset(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2' },
  ): Promise<Buffer>
}
