/**
 * The application takes the place of the picture that the page arrived with: first its own parts stand over it, and when
 * the whole map is drawn the picture goes. Whatever makes it wrong before ends it at once.
 */
import type { Insets } from '../../map/map-contract.ts'
import { earlyInput } from './early-input.ts'
import { FIRST_PICTURE, layPicture } from './first-picture.ts'

const page = document.documentElement
const input = earlyInput()

/** @returns whether the page shows a picture of just what the map would show */
export function pictureStands(): boolean {
  return document.getElementById(FIRST_PICTURE) !== null && page.dataset.firstPicture !== 'wrong'
}

/** @returns where the map has to lie so that nothing jumps, CSS pixels; `null`: there is no picture to follow */
export function pictureInsets(): Insets | null {
  const picture = document.querySelector(`#${FIRST_PICTURE} > svg`)
  if (!picture || !pictureStands()) return null
  const { top, right, bottom, left } = picture.getBoundingClientRect()
  return { top, left, right: innerWidth - right, bottom: innerHeight - bottom }
}

/** Lays the picture where the map will lie, which is as large as the window, now that the parts of the application take the room. */
export function movePicture(insets: Insets): void {
  const picture = document.querySelector<SVGSVGElement>(`#${FIRST_PICTURE} > svg`)
  if (picture && pictureStands()) layPicture(picture, { width: innerWidth, height: innerHeight }, insets)
}

/** The parts of the application stand: those of the picture go, and what the reader did meanwhile is done. */
export function standOverPicture(): void {
  if (!document.getElementById(FIRST_PICTURE)) return
  if (page.dataset.firstPicture === 'wrong') endPicture()
  else page.dataset.firstPicture = 'map'
  input.doOnPage()
  // The map is what a reader will want next; nobody waits for it yet.
  const whenIdle = window.requestIdleCallback ?? setTimeout
  whenIdle(() => window.fetchMap?.())
}

/** The map takes what the reader does, and what was done to the picture. */
export function handOver(): void {
  input.doOnMap()
}

/** The picture goes. */
export function endPicture(): void {
  document.getElementById(FIRST_PICTURE)?.remove()
  delete page.dataset.firstPicture
}
