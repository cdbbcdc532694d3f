/** How `npm run pack:library` builds the library: one ES module, in which MapLibre is left to whoever uses it. */
import { defineConfig } from 'vite'
import { licences } from './licences.ts'

export default defineConfig({
  plugins: [licences([])],
  publicDir: false,
  build: {
    target: 'es2022',
    minify: false,
    emptyOutDir: true,
    lib: { entry: 'src/library/index.ts', formats: ['es'], fileName: () => 'front-atlas.js' },
    rollupOptions: { external: ['maplibre-gl'] },
  },
})
