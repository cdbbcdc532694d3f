/** The journey of a first reader in Chromium; tests/browser/firefox.test.ts has the one in Firefox. */
import { inject, it } from 'vitest'
import { openMap } from './harness.ts'
import { type Driven, journey } from './journey.ts'
import { pointOf } from './places.ts'

it('the journey of a first reader, in Chromium with WebGL', async () => {
  const page = await openMap('?lang=en&v=1', { early: true })
  await journey(page as unknown as Driven, inject('mapUrl'), pointOf('hama'))
})
