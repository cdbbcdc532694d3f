import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** The scripts run on a bare clone and are therefore plain modules without types. */
const load = (name: string) => import(new URL(`../../scripts/lib/${name}.mjs`, import.meta.url).href)
const { sum, tallyOf, tallyOfVitest } = await load('results')
const { isInstalled } = await load('install')
const { isRecentEnough } = await load('node-version')
const { createStamp } = await load('stamp')
const { run, step } = await load('step')

describe('the count of npm test', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((status) => ({ status })),
  })

  it('adds up tests, whole files that could not be loaded, and runs that broke down', () => {
    const report = {
      testResults: [file('passed', 'passed', 'passed', 'pending'), file('failed', 'passed', 'failed')],
    }
    expect(tallyOfVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 })
    expect(tallyOfVitest({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toMatchObject({
      failed: 1,
    })
    expect(tallyOfVitest({ testResults: [file('failed', 'passed')] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    })
    expect(tallyOfVitest(null, 0)).toMatchObject({ failed: 1 })
    expect(sum([tallyOf(true), tallyOf(false), tallyOfVitest(report, 1)])).toEqual({
      passed: 4,
      failed: 2,
      skipped: 1,
    })
  })

  it('counts an error outside of any test, and a run without tests', () => {
    expect(tallyOfVitest({ testResults: [file('passed', 'passed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    })
    expect(tallyOfVitest({ testResults: [] }, 1)).toMatchObject({ failed: 1 })
  })
})

describe('what is installed', () => {
  const lock = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  }

  it('has every package of the lockfile, in its version', () => {
    expect(isInstalled(lock, { 'node_modules/a': { version: '1.0.0' } })).toBe(true)
    expect(isInstalled(lock, { 'node_modules/a': { version: '1.0.1' } })).toBe(false)
    expect(isInstalled(lock, {})).toBe(false)
    expect(
      isInstalled(lock, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } }),
    ).toBe(false)
  })

  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
    ['20.9.1', false],
    ['18.30.0', false],
  ])('runs on Node %s: %s', (version, enough) => {
    expect(isRecentEnough(version, '>=20.19')).toBe(enough)
  })
})

describe('in a folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'front-map-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('a stamp is fresh until an input or an output changes', () => {
    mkdirSync(join(folder, 'in/generated'), { recursive: true })
    writeFileSync(join(folder, 'in/a.csv'), 'one')
    const stamp = createStamp(
      's',
      { inputs: ['in'], without: ['in/generated'], outputs: ['out.json'] },
      folder,
    )
    stamp.write()
    expect(stamp.isFresh()).toBe(false)
    writeFileSync(join(folder, 'out.json'), 'made')
    stamp.write()
    expect(stamp.isFresh()).toBe(true)
    writeFileSync(join(folder, 'in/generated/x'), 'does not count')
    writeFileSync(join(folder, 'in/a.csv'), 'one')
    expect(stamp.isFresh()).toBe(true)
    writeFileSync(join(folder, 'in/b.csv'), '')
    expect(stamp.isFresh()).toBe(false)
    rmSync(join(folder, 'in/b.csv'))
    writeFileSync(join(folder, 'out.json'), 'edited by hand')
    expect(stamp.isFresh()).toBe(false)
    stamp.write()
    writeFileSync(join(folder, '.cache/s.json'), 'not json')
    expect(stamp.isFresh()).toBe(false)
  })
})

describe('a step', () => {
  it('says how long it takes once it takes more than two seconds', async () => {
    const lines: string[] = []
    const out = { isTTY: false, write: (text: string) => lines.push(text) }
    await step('Quick', async () => {}, out)
    expect(lines).toEqual([])
    await step('Slow', () => new Promise((resolve) => setTimeout(resolve, 2400)), out)
    expect(lines).toEqual(['Slow … 2 s\n', expect.stringMatching(/^Slow: done in 2\.\d s\n$/)])
    await expect(step('Broken', () => Promise.reject(new Error('no')), out)).rejects.toThrow('no')
  })

  it('keeps what a program prints, and its exit code', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
    const { code, output } = await run(process.execPath, ['-e', script])
    expect(code).toBe(3)
    expect(output).toContain('out\n')
    expect(output).toContain('err\n')
    expect((await run('no-such-program-anywhere', [])).code).toBe(127)
  })
})
