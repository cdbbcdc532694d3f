/** Arithmetic on CSS hex colours. */

export type Rgb = readonly [red: number, green: number, blue: number]

/** @param hex `#rrggbb` @returns 0–255 each */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** @returns `top` laid over `ground` with an opacity of 0–1, as an opaque colour */
export function over(top: string, ground: string, opacity: number): string {
  const [a, b] = [rgbOf(top), rgbOf(ground)]
  return hexOf([0, 1, 2].map((i) => a[i] * opacity + b[i] * (1 - opacity)) as unknown as Rgb)
}

/** @returns the darker tone of a hue, for dots and text on light ground */
export function darker(hex: string, amount = 0.45): string {
  return over('#14110d', hex, amount)
}

/** @returns relative luminance, 0 (black) to 1 (white), as WCAG 2 defines it */
export function luminance(hex: string): number {
  const [r, g, b] = rgbOf(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** @returns the tone in which a texture is drawn on ground of that colour: darker on light paper, lighter on dark */
export function textureTone(fill: string, paper: string): string {
  return luminance(paper) > 0.3 ? over('#14110d', fill, 0.34) : over('#ffffff', fill, 0.3)
}
