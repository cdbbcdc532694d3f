/**
 * While developing, components and style sheets are replaced in the open page; any other module loads the page again.
 * The map, the clock and the session hold on to what they were made from, and half of them renewed is a dead map. The
 * address keeps the view.
 */
import type { Plugin } from 'vite'

/** What can be replaced: leaves of the interface. What makes the map or the session cannot. */
const REPLACEABLE = /\.css$|\/src\/ui\/(?!map\/|app\.tsx|context\.tsx).*\.tsx$/

export function wholeReload(): Plugin {
  return {
    name: 'whole-reload',
    apply: 'serve',
    hotUpdate({ file, modules }) {
      if (this.environment.name !== 'client' || modules.length === 0) return
      if (REPLACEABLE.test(file.replaceAll('\\', '/'))) return
      this.environment.hot.send({ type: 'full-reload' })
      return []
    },
  }
}
