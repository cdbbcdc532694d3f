/** Everything in the build comes with the text of its licence, where its makers forgot it too. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { read } from '../../vite/licences.ts'
import { ROOT } from '../architecture/modules.ts'

const installed = (name: string) => read(join(ROOT, 'node_modules', name))

it.each([
  ['its own file', 'react', 'MIT License'],
  ['its README', 'murmurhash-js', 'Copyright (c) 2011 Gary Court'],
  ['its sources', 'pmtiles', 'Copyright 2021 Protomaps LLC'],
  ['the text that all share', '@resvg/resvg-wasm', 'Mozilla Public License'],
])('is taken from %s', (_, name, words) => {
  const { texts, version } = installed(name)
  expect(texts.join()).toContain(words)
  expect(version).toMatch(/^\d/)
})

it('is missed where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  writeFileSync(join(folder, 'package.json'), '{"name":"bare","version":"1.0.0","license":"MIT"}')
  writeFileSync(join(folder, 'README.md'), '# bare\n\n## License\n\nMIT\n')
  expect(() => read(folder)).toThrow('bare 1.0.0')
  rmSync(folder, { recursive: true })
})
