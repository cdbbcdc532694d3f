// Who held how much on a day. Node 20: node areas.mjs http://127.0.0.1:4173/ 2024-12-05
const [site, day] = process.argv.slice(2)
const api = new URL('api/v1/', site)
const get = async (path) => (await fetch(new URL(path, api))).json()

const { atlases } = await get('index.json')
const atlas = atlases.find(({ start, end }) => start <= day && day <= end)
// One entry for each day on which areas changed: the last one up to that day holds.
const days = await get(`${atlas.id}/days.json`)
const { factions } = days.findLast(({ date }) => date <= day)
for (const { faction, low, best, high } of factions)
  console.log(`${faction} ${Math.round(best)} km2 (${Math.round(low)}-${Math.round(high)})`)
