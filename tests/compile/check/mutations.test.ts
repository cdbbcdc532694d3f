/** What goes wrong in data: each slip is named with file and line, and none ends in an exception. */
import { describe, expect, it } from 'vitest'
import { checkFolder } from '../../../src/compile/check/check.ts'
import { compile } from '../../../src/compile/compile.ts'
import { folderInMemory } from '../../../src/compile/read/folder.ts'
import type { Problem } from '../../../src/compile/read/problem.ts'
import { type Files, smallFolder } from './small-folder.ts'

function check(files: Files): Problem[] {
  const problems: Problem[] = []
  const dataset = checkFolder(folderInMemory(files), problems)
  const failed = problems.some(({ severity }) => severity === 'error')
  if (!failed) compile(dataset, problems)
  return problems
}

/** Replaces a text that must be there. */
const swap = (file: string, from: string | RegExp, to: string) => (files: Files) => {
  expect(files[file]).toMatch(from)
  files[file] = files[file].replace(from, to)
}
const set = (file: string, text: string) => (files: Files) => {
  files[file] = text
}
const [CLAIMS, AREAS, EVENTS] = ['claims/main.csv', 'claims/areas.csv', 'events/events.csv']
const [PLACES, SHAPES, POSTS] = ['places.geojson', 'areas/areas.geojson', 'positions/positions.geojson']
/** A table with the headline of one day. @param french its text in the last column */
const headline = (date: string, id: string, french = 'La ville tombe') =>
  `date,rests_on,headline_en,headline_ar,headline_ku,headline_tr,headline_fr\n${date},${id},Town falls,سقوط المدينة,Bajar dikeve,Kent düşüyor,${french}\n`
const RING = /\[\[\[38\.05.*?\]\]\]/
const [COUNTRIES, ADMIN, BORDERS, LAKES] = ['countries', 'admin1', 'borders', 'lakes'].map(
  (name) => `base/${name}.geojson`,
)
/** Writes a feature a second time, in the line after it. */
const twice = (files: Files, file: string) => {
  files[file] = files[file].replace(/(\{"type":"Feature",.*\})\n/, '$1,\n$1\n')
}
const ring = (...points: [number, number][]) => JSON.stringify([points])

const assertion = (asserted: string) =>
  set(
    'assertions.csv',
    `id,set,place,lon,lat,day,holder,region,publisher,date,url,note\nT1,1,Westham,${asserted},south,Paper,2025-01-06,https://example.org/t,\n`,
  )

/** what is done, the reason code, file:line, and a word of the message */
const MUTATIONS: [name: string, mutate: (files: Files) => void, reason: string, at: string, word?: string][] =
  [
    // Tables
    [
      'faction misspelt',
      swap(CLAIMS, 'RED,BLUE', 'RED,BLEU'),
      'unknown-faction',
      `${CLAIMS}:4`,
      'did you mean "BLUE"',
    ],
    [
      'place misspelt',
      swap(CLAIMS, 'M3,westham', 'M3,westhma'),
      'unknown-place',
      `${CLAIMS}:4`,
      'did you mean "westham"',
    ],
    [
      'source misspelt',
      swap(CLAIMS, 'agency,claimed', 'agncy,claimed'),
      'unknown-source',
      `${CLAIMS}:5`,
      'did you mean "agency"',
    ],
    [
      'event misspelt',
      swap(CLAIMS, 'captured', 'capturd'),
      'unknown-word',
      `${CLAIMS}:4`,
      'did you mean "captured"',
    ],
    [
      'verdict misspelt',
      swap(CLAIMS, 'rejected', 'rejekted'),
      'unknown-word',
      `${CLAIMS}:5`,
      'did you mean "rejected"',
    ],
    ['confidence unknown', swap(CLAIMS, 'claimed,', 'surely,'), 'unknown-word', `${CLAIMS}:5`, 'confirmed'],
    [
      'day that is none',
      swap(CLAIMS, '2025-01-10,2025-01-10', '2025-02-30,2025-02-30'),
      'date-malformed',
      `${CLAIMS}:4`,
    ],
    [
      'day in another form',
      swap(CLAIMS, '2025-01-10,', '10.01.2025,'),
      'date-malformed',
      `${CLAIMS}:4`,
      'YYYY-MM-DD',
    ],
    [
      'range reversed',
      swap(CLAIMS, '2025-01-10,2025-01-10', '2025-01-12,2025-01-10'),
      'date-range-reversed',
      `${CLAIMS}:4`,
    ],
    [
      'claim after the end',
      swap(CLAIMS, '2025-01-10,2025-01-10', '2025-03-10,2025-03-10'),
      'date-out-of-range',
      `${CLAIMS}:4`,
    ],
    ['id twice', swap(CLAIMS, 'M4,', 'M3,'), 'duplicate-id', `${CLAIMS}:5`],
    [
      'rejected without a reason',
      swap(CLAIMS, 'Too far away.,بعيد جدا.', ','),
      'verdict-without-reason',
      `${CLAIMS}:5`,
    ],
    [
      'reason not in Arabic',
      swap(CLAIMS, 'بعيد جدا.', 'Too far.'),
      'wrong-script',
      `${CLAIMS}:5`,
      'reason_ar',
    ],
    ['no source', swap(CLAIMS, ',agency,claimed', ',,claimed'), 'cell-missing', `${CLAIMS}:5`],
    [
      'taken from itself',
      swap(CLAIMS, 'captured,RED,BLUE', 'captured,BLUE,BLUE'),
      'claim-to-itself',
      `${CLAIMS}:4`,
    ],
    [
      'taker that holds no ground',
      swap(CLAIMS, 'captured,RED,BLUE', 'captured,RED,FLEET'),
      'faction-holds-no-ground',
      `${CLAIMS}:4`,
    ],
    ['loser that never held', swap(CLAIMS, 'M3,westham', 'M3,eastham'), 'loser-never-held', `${CLAIMS}:4`],
    ['blank lines before', swap(CLAIMS, 'M3,westham', '\n\nM3,westhma'), 'unknown-place', `${CLAIMS}:6`],
    ['a quoted line break before', swap(CLAIMS, 'Too far away.', '"Too\nfar\naway."'), 'ok', ''],
    [
      'a row after a quoted line break',
      (files) => {
        files[CLAIMS] = files[CLAIMS]
          .replace('Too far away.', '"Too\nfar."')
          .concat('M5,nowhere,2025-01-21,2025-01-21,attack,,RED,accepted,,,,agency,likely,\n')
      },
      'unknown-place',
      `${CLAIMS}:7`,
    ],
    [
      'byte order mark',
      (files) => {
        files[CLAIMS] = `\uFEFF${files[CLAIMS]}`
      },
      'ok',
      '',
    ],
    [
      'byte order mark in JSON',
      (files) => {
        files['factions.json'] = `\uFEFF${files['factions.json']}`
      },
      'ok',
      '',
    ],
    ['stray quotation mark', swap(CLAIMS, 'Too far away.', 'Too "far" away.'), 'ok', ''],
    [
      'quotation mark that never closes',
      swap(CLAIMS, 'M3,westham', 'M3,"westham'),
      'table-malformed',
      `${CLAIMS}:4`,
    ],
    [
      'a cell too many',
      swap(CLAIMS, 'M3,westham', 'M3,,westham'),
      'table-malformed',
      `${CLAIMS}:4`,
      '15 cells',
    ],
    [
      'semicolons',
      (files) => {
        files[CLAIMS] = files[CLAIMS].replaceAll(',', ';')
      },
      'table-separator',
      `${CLAIMS}:1`,
      'semicolons',
    ],
    ['column renamed', swap(CLAIMS, 'latest,event', 'last,event'), 'column-missing', `${CLAIMS}:1`, 'latest'],
    ['saved as windows-1256', swap(CLAIMS, 'بعيد', '\uFFFD\uFFFD'), 'text-destroyed', `${CLAIMS}:5`, 'UTF-8'],
    ['area misspelt', swap(AREAS, 'A1,marsh', 'A1,march'), 'unknown-area', `${AREAS}:2`],
    ['state misspelt', swap(AREAS, 'held', 'hold'), 'unknown-word', `${AREAS}:2`, 'did you mean "held"'],
    // Events and positions
    [
      'event with swapped coordinates',
      swap(EVENTS, '35.1,38.1', '38.1,35.1'),
      'coordinates-swapped',
      `${EVENTS}:2`,
    ],
    ['event without coordinates', swap(EVENTS, '35.1,38.1', ','), 'cell-missing', `${EVENTS}:2`],
    ['event in 2027', swap(EVENTS, '2025-01-05', '2027-01-05'), 'date-out-of-range', `${EVENTS}:2`],
    [
      'kind of event misspelt',
      swap(EVENTS, 'battle', 'batle'),
      'unknown-word',
      `${EVENTS}:2`,
      'did you mean "battle"',
    ],
    ['title not in Arabic', swap(EVENTS, 'معركة,A', 'Fight,A'), 'wrong-script', `${EVENTS}:2`, 'title_ar'],
    [
      'event against an event that is not there',
      swap(EVENTS, ',,,,agency', ',Yes.,نعم.,EV9,agency'),
      'unknown-conflict',
      `${EVENTS}:2`,
    ],
    [
      'position with swapped coordinates',
      swap(POSTS, '[38.2,35.3]', '[35.3,38.2]'),
      'coordinates-swapped',
      `${POSTS}:2`,
    ],
    ['position in the sea', swap(POSTS, '[38.2,35.3]', '[31.2,31.3]'), 'place-outside-country', `${POSTS}:2`],
    ['position without sources', swap(POSTS, '"sources":["agency"]', '"sources":[]'), 'schema', `${POSTS}:2`],
    [
      'kind of position misspelt',
      swap(POSTS, '"post"', '"pots"'),
      'schema',
      `${POSTS}:2`,
      'did you mean "post"',
    ],
    // Places, areas, barriers
    [
      'place with swapped coordinates',
      swap(PLACES, '[38.45,35.1]', '[35.1,38.45]'),
      'coordinates-swapped',
      `${PLACES}:3`,
    ],
    [
      'place without geometry',
      swap(PLACES, /"geometry":\{"type":"Point","coordinates":\[38\.45.*?\}/, '"geometry":null'),
      'schema',
      `${PLACES}:3`,
    ],
    [
      'place without a name',
      swap(PLACES, '"name":"eastham",', ''),
      'schema',
      `${PLACES}:3`,
      '"name" is missing',
    ],
    [
      'kind of place misspelt',
      swap(PLACES, /village(?=.*38\.45)/, 'vilage'),
      'schema',
      `${PLACES}:3`,
      'did you mean "village"',
    ],
    [
      'place id twice',
      swap(PLACES, '"id":"eastham","name":"eastham"', '"id":"westham","name":"eastham"'),
      'duplicate-id',
      `${PLACES}:3`,
    ],
    ['area without coordinates', swap(SHAPES, RING, '[]'), 'schema', `${SHAPES}:2`],
    [
      'area without ground',
      swap(SHAPES, RING, ring([38.1, 35.1], [38.2, 35.2], [38.1, 35.1], [38.1, 35.1])),
      'area-empty',
      `${SHAPES}:2`,
    ],
    [
      'bow tie',
      swap(SHAPES, RING, ring([38.1, 35.1], [38.2, 35.25], [38.2, 35.1], [38.1, 35.2], [38.1, 35.1])),
      'area-crosses-itself',
      `${SHAPES}:2`,
    ],
    [
      'area far away',
      swap(SHAPES, RING, ring([3, 5], [4, 5], [4, 6], [3, 5])),
      'area-outside-country',
      `${SHAPES}:2`,
    ],
    [
      'area beyond the earth',
      swap(SHAPES, RING, ring([1e308, 5], [4, 5], [4, 6], [1e308, 5])),
      'geojson-invalid',
      `${SHAPES}:2`,
    ],
    [
      'ring that does not close',
      swap(SHAPES, RING, ring([38.1, 35.1], [38.2, 35.1], [38.2, 35.2], [38.1, 35.2])),
      'geojson-invalid',
      `${SHAPES}:2`,
    ],
    [
      'barrier without sources',
      swap('barriers/river.geojson', '"sources":["agency"],', ''),
      'schema',
      'barriers/river.geojson:2',
    ],
    [
      'barrier that ends nowhere',
      swap('barriers/river.geojson', '35.41', '35.2'),
      'barrier-loose-end',
      'barriers/river.geojson:2',
    ],
    // Other files
    [
      'end that is no day',
      swap('conflict.json', '"end": "2025-01-31",\n "bbox"', '"end": "soon",\n "bbox"'),
      'schema',
      'conflict.json:8',
      'YYYY-MM-DD',
    ],
    [
      'end before the start',
      swap('conflict.json', '"end": "2025-01-31",\n "bbox"', '"end": "2024-01-31",\n "bbox"'),
      'date-range-reversed',
      'conflict.json:8',
    ],
    ['conflict of another shape', set('conflict.json', '[]'), 'schema', 'conflict.json:1'],
    ['factions of another shape', set('factions.json', '{}'), 'schema', 'factions.json:1'],
    ['sources of another shape', set('sources.json', '"x"'), 'schema', 'sources.json:1'],
    [
      'JSON cut off',
      (files) => {
        files['factions.json'] = files['factions.json'].slice(0, 90)
      },
      'json-unreadable',
      'factions.json:7',
    ],
    [
      'faction id that is a path',
      swap('factions.json', '"FLEET"', '"../../X"'),
      'schema',
      'factions.json:45',
    ],
    ['colour that is code', swap('factions.json', '#aa2222', 'url(x)'), 'schema', 'factions.json:5'],
    [
      'address that is code',
      swap('sources.json', 'https://example.org/monitor', 'javascript:alert(1)'),
      'schema',
      'sources.json:18',
    ],
    [
      'story about a claim that is not there',
      swap('stories/one.json', '"M3"', '"M33"'),
      'unknown-reference',
      'stories/one.json:24',
      'did you mean "M3"',
    ],
    [
      'story under another name',
      swap('stories/one.json', '"id": "one"', '"id": "two"'),
      'story-id',
      'stories/one.json:2',
    ],
    [
      'link of a story that lacks a letter',
      swap('stories/one.json', 'date=2025', 'dte=2025'),
      'schema',
      'stories/one.json:18',
      'date=2024-12-08&view=38.5_35_6.5',
    ],
    [
      'link to a day that the map does not have',
      swap('stories/one.json', 'date=2025', 'date=2031'),
      'date-out-of-range',
      'stories/one.json:18',
    ],
    [
      'link to a view with its coordinates swapped',
      swap('stories/one.json', 'date=2025-01-10', 'date=2025-01-10&view=35.2_38.2_9'),
      'view-outside-country',
      'stories/one.json:18',
      '35.2, 38.2',
    ],
    [
      'title of nothing but a space',
      swap('stories/one.json', '"واحد"', '" "'),
      'schema',
      'stories/one.json:6',
      'not empty',
    ],
    [
      'text that turns the direction of what follows',
      swap('stories/one.json', 'Blue came.', 'Blue \u202Ecame.'),
      'direction-mark',
      'stories/one.json:21',
      'U+202E',
    ],
    [
      'cell that turns the direction of what follows',
      swap(EVENTS, 'A fight.', '\u2067A fight.'),
      'direction-mark',
      `${EVENTS}:2`,
    ],
    [
      'claim copied under another id',
      (files) => {
        files[CLAIMS] = files[CLAIMS].replace(/M3(,.*\n)/, 'M3$1M3b$1')
      },
      'same-claim-twice',
      `${CLAIMS}:5`,
      'M3b says in every cell what M3 says',
    ],
    [
      'claim that contradicts itself',
      swap(
        CLAIMS,
        'accepted,,,,agency|monitor,confirmed,\nM4',
        'accepted,,,M3,agency|monitor,confirmed,\nM4',
      ),
      'unknown-conflict',
      `${CLAIMS}:4`,
      'itself',
    ],
    [
      'headline in the letters of another language',
      set('headlines.csv', headline('2025-01-10', 'M3').replace('Town falls', 'سقوط')),
      'wrong-script',
      'headlines.csv:2',
      'headline_en',
    ],
    [
      'correction of a row that is not there',
      swap('corrections.json', '"M3"', '"M9"'),
      'unknown-reference',
      'corrections.json:13',
    ],
    // Found by changing every cell and property of the live data
    [
      'claim of the year 1025',
      swap(CLAIMS, '2025-01-10,', '1025-01-10,'),
      'date-out-of-range',
      `${CLAIMS}:4`,
      'M3',
    ],
    [
      'taken by nobody',
      swap(CLAIMS, 'captured,RED,BLUE', 'captured,RED,'),
      'holder-missing',
      `${CLAIMS}:4`,
      'M3',
    ],
    [
      'taken from who holds no ground',
      swap(CLAIMS, 'captured,RED,BLUE', 'captured,FLEET,BLUE'),
      'faction-holds-no-ground',
      `${CLAIMS}:4`,
      'FLEET',
    ],
    [
      'area taken from nobody',
      swap(AREAS, '2025-01-12,RED,', '2025-01-12,,'),
      'loser-missing',
      `${AREAS}:2`,
      'A1',
    ],
    [
      'area taken from who holds no ground',
      swap(AREAS, '2025-01-12,RED,', '2025-01-12,RED|FLEET,'),
      'faction-holds-no-ground',
      `${AREAS}:2`,
      'FLEET',
    ],
    [
      'against a claim that is not there',
      swap(CLAIMS, 'RED,BLUE,accepted,,,,', 'RED,BLUE,accepted,,,M33,'),
      'unknown-conflict',
      `${CLAIMS}:4`,
      'did you mean "M3"',
    ],
    [
      'headings that changed places',
      swap(CLAIMS, 'earliest,latest', 'latest,earliest'),
      'column-order',
      `${CLAIMS}:1`,
    ],
    [
      'a list of nothing',
      swap(CLAIMS, ',agency,claimed', ',|,claimed'),
      'cell-malformed',
      `${CLAIMS}:5`,
      'M4',
    ],
    ['id of signs', swap(CLAIMS, 'M3,westham', 'x§!,westham'), 'cell-malformed', `${CLAIMS}:4`],
    [
      'Arabic that became question marks',
      swap(CLAIMS, 'بعيد جدا.', '???? ???.'),
      'text-destroyed',
      `${CLAIMS}:5`,
    ],
    ['Arabic read byte by byte', swap(CLAIMS, 'بعيد جدا.', 'Ø¨Ø¹ÙŠØ¯'), 'text-destroyed', `${CLAIMS}:5`],
    [
      'names in JSON that became question marks',
      swap('factions.json', 'أحمر', '????'),
      'text-destroyed',
      'factions.json:12',
    ],
    [
      'cut off in the last line',
      (files) => {
        files[CLAIMS] = files[CLAIMS].trimEnd()
      },
      'table-unfinished',
      `${CLAIMS}:5`,
    ],
    [
      'event that is nowhere',
      swap(EVENTS, '38.1,500', '38.1,1e308'),
      'number-out-of-range',
      `${EVENTS}:2`,
      'EV1',
    ],
    [
      'event of the year 1025',
      swap(EVENTS, '2025-01-05', '1025-01-05'),
      'date-out-of-range',
      `${EVENTS}:2`,
      'EV1',
    ],
    [
      'column of events left out',
      swap(EVENTS, 'precision_m', 'precision'),
      'column-missing',
      `${EVENTS}:1`,
      'precision_m',
    ],
    [
      'event far from its place',
      swap(EVENTS, '35.1,38.1', '35.1,39.9'),
      'event-far-from-place',
      `${EVENTS}:2`,
      'westham',
    ],
    [
      'summary in one language',
      swap(EVENTS, 'A fight.,معركة.,', 'A fight.,,'),
      'translation-missing',
      `${EVENTS}:2`,
    ],
    ['position with signs in its id', swap(POSTS, '"P1"', '"<P1>"'), 'schema', `${POSTS}:2`, '<P1>'],
    [
      'barrier twice',
      (files) => twice(files, 'barriers/river.geojson'),
      'duplicate-id',
      'barriers/river.geojson:3',
    ],
    [
      'barrier without length',
      swap('barriers/river.geojson', '38.3,35.41', '38.3,34.99'),
      'barrier-empty',
      'barriers/river.geojson:2',
    ],
    [
      'faction without a name in Arabic',
      swap('factions.json', /,\s*"ar": "أحمر"/, ''),
      'translation-missing',
      'factions.json:10',
      'RED: name',
    ],
    [
      'governorate without an id',
      swap('base/admin1.geojson', '"iso":"XX-A",', ''),
      'schema',
      'base/admin1.geojson:2',
    ],
    [
      'governorate that is a point',
      swap('base/admin1.geojson', /\{"type":"Polygon".*\]\]\]\}/, '{"type":"Point","coordinates":[38,35]}'),
      'schema',
      'base/admin1.geojson:2',
    ],
    [
      'governorate that crosses itself',
      swap(
        'base/admin1.geojson',
        /\[\[\[.*\]\]\]/,
        ring([38.1, 35.1], [38.2, 35.25], [38.2, 35.1], [38.1, 35.2], [38.1, 35.1]),
      ),
      'area-crosses-itself',
      'base/admin1.geojson:2',
    ],
    // Layers that only the map draws, and outlines that claims name
    [
      'neighbour with swapped coordinates',
      swap(
        COUNTRIES,
        '[[[38.6,35],[39,35],[39,35.4],[38.6,35.4],[38.6,35]]]',
        ring([35, 38.6], [35, 39], [35.4, 39], [35, 38.6]),
      ),
      'layer-outside-country',
      `${COUNTRIES}:3`,
      'NXT',
    ],
    [
      'neighbour that lies over the country',
      swap(
        COUNTRIES,
        '[[[38.6,35],[39,35],[39,35.4],[38.6,35.4],[38.6,35]]]',
        ring([38.3, 35], [39, 35], [39, 35.4], [38.3, 35]),
      ),
      'area-overlaps',
      `${COUNTRIES}:3`,
      '"NXT" and "XXX"',
    ],
    [
      'neighbour without ground',
      swap(
        COUNTRIES,
        '[[[38.6,35],[39,35],[39,35.4],[38.6,35.4],[38.6,35]]]',
        ring([38.6, 35], [38.6, 35], [38.6, 35], [38.6, 35]),
      ),
      'area-empty',
      `${COUNTRIES}:3`,
    ],
    [
      'country without a name in Arabic',
      swap(COUNTRIES, '"name":"Next","name_ar":"جار"', '"name":"Next"'),
      'translation-missing',
      `${COUNTRIES}:3`,
    ],
    ['country twice', (files) => twice(files, COUNTRIES), 'duplicate-id', `${COUNTRIES}:4`, 'NXT'],
    [
      'governorate that leaves half of the country out',
      swap(ADMIN, '[38.6,35],[38.6,35.4]', '[38.3,35],[38.3,35.4]'),
      'cover-gap',
      `${ADMIN}:0`,
    ],
    [
      'governorate that reaches beyond the country',
      swap(ADMIN, '[38.6,35],[38.6,35.4]', '[39,35],[39,35.4]'),
      'area-outside-country',
      `${ADMIN}:2`,
    ],
    ['border of nobody', swap(BORDERS, 'XXX-NXT', 'XXX-ZZZ'), 'unknown-pair', `${BORDERS}:2`],
    [
      'border that leaves its countries',
      swap(BORDERS, '[38.6,35.4]', '[38.4,35.2]'),
      'line-astray',
      `${BORDERS}:2`,
    ],
    ['border without length', swap(BORDERS, '[38.6,35.4]', '[38.6,35]'), 'line-empty', `${BORDERS}:2`],
    ['border that is a polygon', swap(BORDERS, 'LineString', 'Polygon'), 'schema', `${BORDERS}:2`],
    [
      'lake that is a line',
      swap(LAKES, /"Polygon","coordinates":\[(.*)\]\}/, '"LineString","coordinates":$1}'),
      'schema',
      `${LAKES}:2`,
    ],
    ['lake twice', (files) => twice(files, LAKES), 'duplicate-id', `${LAKES}:3`],
    [
      'lake cut off',
      (files) => {
        files[LAKES] = files[LAKES].slice(0, 120)
      },
      'json-unreadable',
      `${LAKES}:2`,
    ],
    [
      'area without a name in Arabic',
      swap(SHAPES, ',"name_ar":"مستنقع"', ''),
      'translation-missing',
      `${SHAPES}:2`,
      'marsh',
    ],
    [
      'area of overlapping parts',
      swap(SHAPES, /"Polygon","coordinates":(\[\[\[.*\]\]\])/, '"MultiPolygon","coordinates":[$1,$1]'),
      'area-overlaps',
      `${SHAPES}:2`,
      'marsh',
    ],
    ['markup in a name', swap(SHAPES, '"Marsh"', '"<b>Marsh</b>"'), 'markup', `${SHAPES}:2`],
    [
      'outside figure twice',
      (files) => {
        const figures = JSON.parse(files['bands.json'])
        files['bands.json'] = `${JSON.stringify([...figures, ...figures], null, 1)}\n`
      },
      'duplicate-row',
      'bands.json:12',
    ],
    [
      'correction twice',
      (files) => {
        const log = JSON.parse(files['corrections.json'])
        files['corrections.json'] = `${JSON.stringify([...log, ...log], null, 1)}\n`
      },
      'duplicate-row',
      'corrections.json:16',
    ],
    [
      'range that goes on long after the last claim',
      swap('conflict.json', '"end": "2025-01-31",\n "bbox"', '"end": "2027-01-31",\n "bbox"'),
      'end-beyond-data',
      'conflict.json:0',
    ],
    [
      'claim that is open for centuries',
      swap(CLAIMS, '2025-01-10,2025-01-10', '2025-01-10,2095-01-10'),
      'date-out-of-range',
      `${CLAIMS}:4`,
      'M3',
    ],
    [
      'day that nobody lived to see',
      swap(CLAIMS, '2025-01-10,2025-01-10', '2025-01-10,9999-12-31'),
      'date-malformed',
      `${CLAIMS}:4`,
    ],
    [
      'contradiction without a reason in Arabic',
      set('contradictions.csv', 'claim,reason_en,reason_ar\nM3,Known to a kilometre.,\n'),
      'verdict-without-reason',
      'contradictions.csv:2',
      'reason_ar',
    ],
    [
      'table that is gone',
      set('atlas/rows.json', '{ "contradictions.csv": 1 }'),
      'table-shrank',
      'contradictions.csv:0',
    ],
    ['faction twice', swap('factions.json', '"FLEET"', '"RED"'), 'duplicate-id', 'factions.json:44', 'RED'],
    [
      'faction that became one that is not there',
      swap(
        'factions.json',
        '"lineage": []',
        '"lineage": [{ "from": "2025-01-05", "into": "BLEU", "note": { "en": "Joined.", "ar": "انضم." } }]',
      ),
      'unknown-faction',
      'factions.json:2',
      'did you mean "BLUE"',
    ],
    [
      'figure about nobody',
      swap('bands.json', '"RED"', '"REED"'),
      'unknown-faction',
      'bands.json:2',
      '"RED"',
    ],
    ['figure reversed', swap('bands.json', '"low": 40', '"low": 70'), 'band-reversed', 'bands.json:2'],
    ['figure of another year', swap('bands.json', '2025', '2035'), 'date-out-of-range', 'bands.json:2'],
    [
      'area that reaches far abroad',
      swap(SHAPES, RING, ring([30, 35.1], [38.2, 35.1], [38.2, 35.2], [30, 35.1])),
      'area-outside-country',
      `${SHAPES}:2`,
    ],
    [
      'barrier with swapped coordinates',
      swap('barriers/river.geojson', '[[38.3,34.99],[38.3,35.41]]', '[[34.99,38.3],[35.41,38.3]]'),
      'barrier-outside-country',
      'barriers/river.geojson:2',
    ],
    [
      'box reversed',
      swap('conflict.json', '38,\n  35,\n  38.6', '38.6,\n  35,\n  38'),
      'box-reversed',
      'conflict.json:0',
    ],
    [
      'projection that is none',
      swap('conflict.json', '+proj=laea', '+proj=lava'),
      'projection-unusable',
      'conflict.json:0',
    ],
    ['language that is none', swap('conflict.json', '"en",', '"e§",'), 'schema', 'conflict.json:15'],
    ['texts of another shape', set('about.json', '{ "credits": 7 }'), 'schema', 'about.json:1'],
    ['further atlases of another shape', set('atlases.json', '{}'), 'schema', 'atlases.json:1'],
    [
      'assertion about nobody',
      assertion('38.1,35.1,2025-01-05,PINK'),
      'unknown-faction',
      'assertions.csv:2',
      'T1',
    ],
    [
      'assertion outside the range',
      assertion('38.1,35.1,2026-01-05,RED'),
      'date-out-of-range',
      'assertions.csv:2',
    ],
    ['assertion swapped', assertion('35.1,38.1,2025-01-05,RED'), 'coordinates-swapped', 'assertions.csv:2'],
    ['assertion that is one', assertion('38.1,35.1,2025-01-05,RED'), 'ok', ''],
    [
      'contradiction of a claim that is not there',
      set('contradictions.csv', 'claim,reason_en,reason_ar\nM33,Why.,لماذا.\n'),
      'unknown-reference',
      'contradictions.csv:2',
      'did you mean "M3"',
    ],
    [
      'statement that rests on nothing',
      set(
        'statements.csv',
        'document,statement,verdict,rows,reason_en,source\nseed:000,It is so.,accepted,M33,,agency\n',
      ),
      'unknown-reference',
      'statements.csv:2',
      'did you mean "M3"',
    ],
    [
      'headlines without a column for a language that is new',
      set(
        'headlines.csv',
        headline('2025-01-10', 'M3', '').replace(',headline_fr', '').replace(/,\n$/, '\n'),
      ),
      'ok',
      '',
    ],
    [
      'headline of a day that the map does not have',
      set('headlines.csv', headline('2025-02-01', 'M3')),
      'date-out-of-range',
      'headlines.csv:2',
    ],
    [
      'headline that rests on nothing known',
      set('headlines.csv', headline('2025-01-02', 'M33')),
      'unknown-reference',
      'headlines.csv:2',
      'did you mean "M3"',
    ],
    [
      'headline of several lines',
      set('headlines.csv', headline('2025-01-02', 'M3', 'x'.repeat(91))),
      'headline-long',
      'headlines.csv:2',
      'headline_fr has 91 characters',
    ],
    [
      'headline without one of the languages',
      set('headlines.csv', headline('2025-01-02', 'M3', '')),
      'translation-missing',
      'headlines.csv:2',
      'headline_fr',
    ],
    [
      'home that the base map does not know',
      swap('conflict.json', 'XXX', 'YYY'),
      'home-missing',
      'base/countries.geojson:0',
    ],
    [
      'figure that the map does not meet',
      swap('bands.json', '"high": 60', '"high": 41'),
      'share-out-of-band',
      'bands.json:0',
    ],
  ]

describe('a small folder', () => {
  it('has nothing wrong', () => {
    expect(check(smallFolder())).toEqual([])
  })

  it.each(MUTATIONS)('%s', (_, mutate, reason, at, word = '') => {
    const files = smallFolder()
    mutate(files)
    const found = check(files)
    if (reason === 'ok') {
      expect(found).toEqual([])
      return
    }
    const told = found.map((problem) => `${problem.reason} ${problem.file}:${problem.line}`)
    expect(told, JSON.stringify(found)).toContain(`${reason} ${at}`)
    const messages = found.filter((problem) => problem.reason === reason).map(({ message }) => message)
    expect(
      messages.some((message) => message.includes(word)),
      messages.join('\n'),
    ).toBe(true)
  })

  it.each(Object.keys(smallFolder()))(
    'never throws without %s, empty, cut in half, or of another shape',
    (file) => {
      for (const text of [
        undefined,
        '',
        '{',
        '[]',
        '{}',
        'null',
        '[null]',
        '{"features":[null]}',
        smallFolder()[file].slice(0, smallFolder()[file].length / 2),
      ]) {
        const files = smallFolder()
        if (text === undefined) delete files[file]
        else files[file] = text
        expect(() => check(files), `${file} = ${text}`).not.toThrow()
      }
    },
  )
})

describe('rows that were compiled before', () => {
  const record = (id: string) => ({ id })
  const evidence = (...claims: string[]) =>
    JSON.stringify({ claims: claims.map(record), places: [], sources: [], areas: [] })

  it('may not vanish without a word', () => {
    const files: Files = {
      ...smallFolder(),
      'atlas/evidence.json': evidence('M1', 'M2', 'M3', 'M4', 'X1', 'X2', 'X3'),
    }
    expect(check(files).map(({ reason, severity }) => `${reason} ${severity}`)).toEqual([
      'table-shrank error',
    ])
    files['corrections.json'] = files['corrections.json'].replace('"ids"', '"removed": ["X*"], "ids"')
    expect(check(files)).toEqual([])
  })

  it('are counted where the compiled files do not name them', () => {
    const files: Files = {
      ...smallFolder(),
      'atlas/rows.json': '{ "events/events.csv": 5, "bands.json": 1 }',
    }
    expect(check(files).map(({ reason, file }) => `${reason} ${file}`)).toEqual([
      'table-shrank events/events.csv',
    ])
    files['corrections.json'] = files['corrections.json'].replace(
      '"ids"',
      '"removed": ["events/events.csv"], "ids"',
    )
    expect(check(files)).toEqual([])
  })

  it('are missed one by one', () => {
    const files: Files = { ...smallFolder(), 'atlas/evidence.json': evidence('M1', 'M2', 'M3', 'M4', 'M5') }
    expect(check(files).map(({ reason, severity }) => `${reason} ${severity}`)).toEqual([
      'row-vanished warning',
    ])
  })
})

it('an area of 200,000 points is taken without waiting', () => {
  const points = Array.from({ length: 200_000 }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / 200_000
    return [38.15 + 0.08 * Math.cos(angle), 35.15 + 0.08 * Math.sin(angle)]
  })
  const files = smallFolder()
  swap(SHAPES, RING, JSON.stringify([[...points, points[0]]]))(files)
  expect(check(files)).toEqual([])
}, 30_000)
