/** Why there is no map. `reason` is stable; the interface has a sentence for each in every language. */
export class MapTroubleError extends Error {
  readonly reason: 'no-webgl'
  constructor(reason: 'no-webgl') {
    super(reason)
    this.name = 'MapTroubleError'
    this.reason = reason
  }
}
