/** The command `picture`, over the data of this project. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { picture as run } from '../../src/cli/picture.ts'
import { ROOT } from '../architecture/modules.ts'

const out = mkdtempSync(join(tmpdir(), 'pictures-'))
afterAll(() => rmSync(out, { recursive: true }))

async function picture(...args: string[]): Promise<{ code: number; text: string }> {
  const said: string[] = []
  const spies = (['log', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...parts) => void said.push(parts.join(' '))),
  )
  try {
    return { code: await run(args), text: said.join('\n') }
  } catch (error) {
    // What the command line prints of it.
    return { code: 1, text: [...said, (error as Error).message].join('\n') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const PICTURES: { file: string; link: string; format: string }[] = JSON.parse(
  readFileSync(join(ROOT, 'public/pictures/pictures.json'), 'utf8'),
)

describe('the pictures of the README', () => {
  it.each(PICTURES)('$file is what its link shows', async ({ file, link, format }) => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`public/pictures/${file}`)
    const path = join(out, file)
    expect((await picture(link, '--format', format, '--out', path)).code).toBe(0)
    const [now, kept] = [path, join(ROOT, 'public/pictures', file)].map((name) =>
      PNG.sync.read(readFileSync(name)),
    )
    expect([now.width, now.height]).toEqual([kept.width, kept.height])
    let differing = 0
    for (let p = 0; p < now.data.length; p += 4)
      if ([0, 1, 2].some((i) => Math.abs(now.data[p + i] - kept.data[p + i]) > 24)) differing++
    // A village that changes its colour is no reason to draw them anew; a front that runs elsewhere is.
    expect(differing / (now.width * now.height), 'draw them anew: npm run pictures').toBeLessThan(0.02)
  })
})

describe('the command picture', () => {
  it('draws text as outlines, and says what of the link it could not take', async () => {
    const { code, text } = await picture('https://map.example/?date=2031-01-01', '--out', join(out, 'a.svg'))
    expect(code).toBe(0)
    expect(text).toContain('date="2031-01-01"')
    const svg = readFileSync(join(out, 'a.svg'), 'utf8')
    expect(svg).toMatch(/^<svg /)
    expect(svg).not.toContain('<text')
  })

  it.each([
    [['?date=2024-12-05', '--out', 'day.jpg'], 'must end in .png, .svg, .pdf'],
    [['', '--format', 'huge', '--out', 'day.png'], 'there is no format "huge"'],
    [['', '--format', 'link', '--out', 'day.pdf'], 'paper size: a3'],
    [['', '--lang', 'xx', '--out', 'day.png'], 'there is no language "xx"'],
    [['', '--geodata', 'nowhere', '--out', 'day.png'], 'no data folder'],
  ])('refuses %j with a reason and writes nothing', async (args, reason) => {
    const { code, text } = await picture(...args.map((arg) => (/^day/.test(arg) ? join(out, arg) : arg)))
    expect(code).not.toBe(0)
    expect(text).toContain(reason)
    expect(existsSync(join(out, 'day.png'))).toBe(false)
  })

  it('leaves nothing half written where it may not write', async () => {
    const { code, text } = await picture('', '--out', join(out, 'a.svg', 'b.svg'))
    expect(code).not.toBe(0)
    expect(text).toContain('cannot be written')
    expect(readdirSync(out).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
