import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compress } from './vite/compress.ts'
import { fonts } from './vite/fonts.ts'
import { geodata } from './vite/geodata.ts'
import { inlineStyle } from './vite/inline-style.ts'
import { licences } from './vite/licences.ts'
import { maplibre } from './vite/maplibre.ts'
import { messages } from './vite/messages.ts'
import { offline } from './vite/offline.ts'
import { policy } from './vite/policy.ts'
import { preload } from './vite/preload.ts'
import { shaper } from './vite/shaper.ts'
import { version } from './vite/version.ts'
import { wholeBuild } from './vite/whole-build.ts'
import { wholeReload } from './vite/whole-reload.ts'

/**
 * `GEODATA` names another data folder (another conflict, or a trial build of this one); without it the folder
 * beside this file is used. `MAPLIBRE=packaged` builds with MapLibre's ready-made files (see vite/maplibre.ts). The base is relative, so the built folder works from any path of any server.
 */
export default defineConfig({
  base: './',
  plugins: [
    react(),
    fonts(),
    messages(),
    maplibre(),
    shaper(),
    preload(),
    inlineStyle(),
    geodata(process.env.GEODATA || 'geodata'),
    wholeReload(),
    licences(),
    policy(),
    version(),
    offline(),
    compress(),
    wholeBuild(),
  ],
  // They ask for a file that lies beside them, the worker of the map and the WebAssembly of the shaper.
  optimizeDeps: { exclude: ['maplibre-gl', 'harfbuzzjs'] },
  // The one of pictures loads what makes a PDF only when one is wanted.
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1300,
    // The policy of the page takes fonts from its own folder only, however small they are.
    assetsInlineLimit: (file) => (/\.(woff2|ttf)$/.test(file) ? false : undefined),
  },
})
