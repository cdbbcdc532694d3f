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
