/**
 * The journey of a first reader in Firefox, that of the system, which draws in software on a display that nobody sees.
 * Playwright only drives a Firefox of its own; Puppeteer drives any one, by the standard for it (WebDriver BiDi).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import puppeteer, { type Browser, type ConsoleMessage } from 'puppeteer-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { findFirefox, NO_FIREFOX } from '../../scripts/lib/firefox.mjs'
import { type Driven, journey } from './journey.ts'
import { pointOf } from './places.ts'

const found = await findFirefox()
if (!found) console.warn(NO_FIREFOX)

let screen: ChildProcess | undefined
let browser: Browser

/** @returns the name of a new display */
function openDisplay(program: string): Promise<string> {
  // It takes the first number that is free, and writes it to the fourth descriptor.
  screen = spawn(program, ['-displayfd', '3', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    screen!.stdio[3]!.once('data', (number) => resolve(`:${String(number).trim()}`))
    screen!.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
  })
}

beforeAll(async () => {
  if (!found) return
  const { firefox, display } = found
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox,
    headless: display === null,
    env: { ...process.env, ...(display && { DISPLAY: await openDisplay(display) }) },
    // A graphics card in software counts as blocked by default.
    extraPrefsFirefox: { 'webgl.force-enabled': true, 'ui.prefersReducedMotion': 1 },
  })
})
afterAll(async () => {
  await browser?.close()
  screen?.kill()
})

/** @returns what a message says; of an error, which its own text only calls one, where it comes from */
async function whole(message: ConsoleMessage): Promise<string> {
  const say = (what: unknown) =>
    what instanceof Error ? `${what.name}: ${what.message}\n${what.stack}` : String(what)
  const parts = message.args().map((arg) => arg.evaluate(say).catch(() => message.text()))
  return (await Promise.all(parts)).join(' ')
}

it.skipIf(!found)('the journey of a first reader, in Firefox', async () => {
  const page = await browser.newPage()
  const errors: (string | Promise<string>)[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(whole(message)))
  await page.setViewport({ width: 1280, height: 800 })
  await journey(page as unknown as Driven, inject('mapUrl'), pointOf('hama'))
  expect(await Promise.all(errors)).toEqual([])
})
