/** Made by vite/shaper.ts: what has to be done in a browser before text can be shaped. Node needs nothing of the kind. */
declare module 'virtual:shaper' {
  /** @throws when HarfBuzz does not arrive; it can be tried again */
  export function start(): Promise<void>
}
