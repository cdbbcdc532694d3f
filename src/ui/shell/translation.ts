/**
 * Lets React and a browser that translates the page live together. Translation puts a `<font>` in the place of every
 * text, and React, which goes on writing to the text that it made, would write where nobody sees it, and fail when it
 * takes away what is no longer where it was (https://github.com/facebook/react/issues/11538). So what stands in for a
 * text is remembered: a text that is written to comes back into its place, to be translated anew, and a text that is
 * taken away takes its stand-in along.
 */

const standIns = new WeakMap<Node, Element>()

/** From now on; costs next to nothing while nothing is translated. */
export function liveWithTranslation(page: Node): void {
  const written = new MutationObserver((records) => {
    for (const { target } of records) {
      const standIn = standIns.get(target)
      standIns.delete(target)
      if (standIn?.isConnected && target.parentNode === null) standIn.replaceWith(target)
    }
  })
  let patched = false
  new MutationObserver((records) => {
    for (const { removedNodes, nextSibling, previousSibling, addedNodes } of records) {
      for (const text of removedNodes) {
        if (text.nodeType !== Node.TEXT_NODE || text.parentNode !== null) continue
        const standIn = [...addedNodes, previousSibling, nextSibling].find(isStandIn)
        if (!standIn) continue
        standIns.set(text, standIn)
        written.observe(text, { characterData: true })
      }
      if (!patched && [...addedNodes].some(isStandIn)) {
        patched = true
        patchNode()
      }
    }
  }).observe(page, { childList: true, subtree: true })
}

const isStandIn = (node: Node | null): node is Element => node?.nodeName === 'FONT'

/** Only where somebody translates: nothing else of the page makes a `<font>`. */
function patchNode(): void {
  const { removeChild, insertBefore } = Node.prototype
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    removeChild.call(this, placeOf(child, this))
    return child
  }
  Node.prototype.insertBefore = function <T extends Node>(this: Node, child: T, next: Node | null): T {
    insertBefore.call(this, child, next && placeOf(next, this))
    return child
  }
}

/** @returns the child of the parent that shows a node: itself, or what translation put around it or in its place */
function placeOf(node: Node, parent: Node): Node {
  let place: Node | null = node
  while (place && place.parentNode !== parent) place = place.parentNode ?? standIns.get(place) ?? null
  return place ?? node
}
