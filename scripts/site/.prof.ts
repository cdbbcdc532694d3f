import { openSite } from './site.ts'

let t = performance.now()
const lap = (n: string) => {
  const x = performance.now()
  console.log(n, (x - t).toFixed(0))
  t = performance.now()
}
const site = openSite('geodata', 'dist', 'https://maps.example/front/')
lap('open')
const all = [...site.local.values()]
console.log(all.length)
const pick = [0, 1, 60, 100, 150, 200, 250, 300, 330, 400].filter((i) => i < all.length).map((i) => all[i])
for (const p of pick) {
  console.log(p.path)
  site.html(p)
  lap(' html')
  const s = await site.svg(p)
  lap(' svg ' + s.length)
  await site.png(s)
  lap(' png')
}
