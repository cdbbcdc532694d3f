/** Colours of the base map. Faction colours come from the data; here is only what lies around and under them. */

export interface Palette {
  water: string
  shore: string
  /** ground of the mapped country before any colour: hidden factions show it */
  paper: string
  /** land of the neighbours */
  abroad: string
  border: string
  borderQuiet: string
  admin: string
  river: string
  salt: string
  road: string
  roadCasing: string
  /** plates with numbers of roads */
  plate: string
  plateText: string
  label: string
  labelQuiet: string
  labelWater: string
  halo: string
  haloAbroad: string
  front: string
  frontCasing: string
  ceasefire: string
  /** over ground near an inferred front, where it may be anybody's */
  doubt: { colour: string; opacity: number }
}

export const LIGHT: Palette = {
  water: '#c9d8dd',
  shore: '#9db3bb',
  paper: '#f7f3e9',
  abroad: '#ece7da',
  border: '#6f675c',
  borderQuiet: '#b3aa9a',
  admin: '#5a5348',
  river: '#7fa3b3',
  salt: '#e9e6df',
  road: '#ffffff',
  roadCasing: '#8f8675',
  plate: '#4d5f6b',
  plateText: '#fdfbf5',
  label: '#2e2a25',
  labelQuiet: '#7c7466',
  labelWater: '#5f7f8c',
  halo: 'rgba(252,249,242,0.86)',
  haloAbroad: 'rgba(236,231,218,0.9)',
  front: '#221d18',
  frontCasing: 'rgba(255,252,245,0.92)',
  ceasefire: '#3f4f74',
  doubt: { colour: '#4b463f', opacity: 0.24 },
}

export const DARK: Palette = {
  water: '#1b2529',
  shore: '#3a4d55',
  paper: '#35322c',
  abroad: '#26241f',
  border: '#9a9184',
  borderQuiet: '#5a5348',
  admin: '#c9c0b0',
  river: '#4f7485',
  salt: '#3d3a34',
  road: '#57524a',
  roadCasing: '#1c1a17',
  plate: '#c3ccd1',
  plateText: '#1d2124',
  label: '#f1ece2',
  labelQuiet: '#8f8779',
  labelWater: '#7796a3',
  halo: 'rgba(30,27,23,0.8)',
  haloAbroad: 'rgba(38,36,31,0.9)',
  front: '#f7f2e8',
  frontCasing: 'rgba(20,17,13,0.85)',
  ceasefire: '#a9b8dc',
  doubt: { colour: '#1d1b18', opacity: 0.34 },
}

/** How strongly faction colours cover the ground. */
export const FILL_OPACITY = 0.62

export type Theme = 'light' | 'dark'
export const PALETTES: Record<Theme, Palette> = { light: LIGHT, dark: DARK }
