/** Numbers that were met, each once, in the order in which they came. Emptied at no cost, and leaves nothing to collect. */
export class Once {
  /** the first `count` of it */
  readonly list: Uint32Array
  count = 0
  private readonly metIn: Uint32Array
  private round = 1

  /** @param size all numbers are smaller */
  constructor(size: number) {
    this.list = new Uint32Array(size)
    this.metIn = new Uint32Array(size)
  }

  clear() {
    this.count = 0
    this.round++
  }

  /** @returns whether it is new */
  add(number: number): boolean {
    if (this.metIn[number] === this.round) return false
    this.metIn[number] = this.round
    this.list[this.count++] = number
    return true
  }
}
