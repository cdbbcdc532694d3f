/** Why there is no map. `reason` is stable: by it another map is chosen. */
export class MapTroubleError extends Error {
  readonly reason: 'no-webgl'
  constructor(reason: 'no-webgl') {
    super(reason)
    this.name = 'MapTroubleError'
    this.reason = reason
  }
}
