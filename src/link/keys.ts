/**
 * The table of keys: everything that a link can say, one row each. To add a key, add a row (and a field of
 * `LinkState`); to rename or redefine one, raise `LINK_VERSION` and add a migration.
 */
import {
  besideCodec,
  type Codec,
  choiceCodec,
  dayCodec,
  daysCodec,
  idsCodec,
  percentCodec,
  slugCodec,
  storyCodec,
  wordCodec,
} from './codecs.ts'
import { cameraCodec, pointCodec } from './places.ts'
import {
  CHANGES,
  COMPARE_MODES,
  COUNTS,
  EMBEDS,
  LIGHTS,
  type LinkContext,
  type LinkState,
  LOOPS,
  PANELS,
  QUIETS,
  SPANS,
  THEMES,
} from './state.ts'

/** Version of the keys below, written into every link as `v`. */
export const LINK_VERSION = 1

export interface LinkKey<F extends keyof LinkState = keyof LinkState> {
  /** as it stands in the address */
  name: string
  field: F
  codec: Codec<NonNullable<LinkState[F]>>
  /** what holds when the key is absent */
  fallback(context: LinkContext): LinkState[F]
  /** version of the table that brought the key */
  since: number
  /** what the key means when it stands alone, `?light` */
  alone?: string
  /** written even when it says what holds anyway, so that the link keeps its meaning when the fallback changes */
  always?: boolean
}

function key<F extends keyof LinkState>(row: LinkKey<F>): LinkKey {
  return row as unknown as LinkKey
}

/** Factions are named by what is hidden or, when that is shorter, by what is shown. */
const hideCodec = idsCodec(({ factions }) => factions)
const onlyCodec: Codec<readonly string[]> = {
  decode(text, context) {
    const shown = hideCodec.decode(text, context)
    if (!('value' in shown)) return shown
    return { ...shown, value: context.factions.filter((id) => !shown.value.includes(id)) }
  },
  encode: (hidden, context) =>
    hideCodec.encode(
      context.factions.filter((id) => !hidden.includes(id)),
      context,
    ),
}

function showsFew(hidden: readonly string[], { factions }: LinkContext): boolean {
  return hidden.length < factions.length && hidden.length > factions.length / 2
}

export const KEYS: readonly LinkKey[] = [
  key({
    name: 'atlas',
    field: 'atlas',
    codec: wordCodec(({ atlases }) => (atlases ?? []).map(({ id }) => id)),
    fallback: ({ atlases }) => atlases?.[0]?.id ?? null,
    since: 1,
  }),
  key({
    name: 'date',
    field: 'day',
    codec: dayCodec,
    fallback: ({ start, day }) => day ?? start,
    since: 1,
    always: true,
  }),
  key({ name: 'with', field: 'with', codec: dayCodec, fallback: () => null, since: 1 }),
  key({ name: 'beside', field: 'beside', codec: besideCodec, fallback: () => null, since: 1 }),
  key({
    name: 'mode',
    field: 'mode',
    codec: wordCodec(() => COMPARE_MODES),
    fallback: () => 'swipe',
    since: 1,
  }),
  key({ name: 'split', field: 'split', codec: percentCodec, fallback: () => 50, since: 1 }),
  key({
    name: 'by',
    field: 'by',
    codec: wordCodec(({ factions }) => factions),
    fallback: () => null,
    since: 1,
  }),
  key({
    name: 'hide',
    field: 'hidden',
    codec: {
      ...hideCodec,
      encode: (ids, context) => (showsFew(ids, context) ? null : hideCodec.encode(ids, context)),
    },
    fallback: () => [],
    since: 1,
  }),
  key({
    name: 'only',
    field: 'hidden',
    codec: {
      ...onlyCodec,
      encode: (ids, context) => (showsFew(ids, context) ? onlyCodec.encode(ids, context) : null),
    },
    fallback: () => [],
    since: 1,
  }),
  key({
    name: 'layers',
    field: 'layers',
    codec: idsCodec(({ layers }) => layers),
    fallback: ({ layers, layersOn }) => layersOn ?? layers,
    since: 1,
  }),
  key({
    name: 'noposts',
    field: 'hiddenPosts',
    codec: idsCodec(({ factions }) => factions),
    fallback: () => [],
    since: 1,
  }),
  key({
    name: 'kinds',
    field: 'kinds',
    codec: idsCodec(({ kinds }) => kinds ?? []),
    fallback: ({ kinds }) => kinds ?? [],
    since: 1,
  }),
  key({ name: 'view', field: 'camera', codec: cameraCodec, fallback: () => null, since: 1 }),
  key({ name: 'at', field: 'at', codec: pointCodec, fallback: () => null, since: 1 }),
  key({ name: 'place', field: 'place', codec: slugCodec, fallback: () => null, since: 1 }),
  key({ name: 'event', field: 'event', codec: slugCodec, fallback: () => null, since: 1 }),
  key({ name: 'site', field: 'site', codec: slugCodec, fallback: () => null, since: 1 }),
  key({ name: 'panel', field: 'panel', codec: wordCodec(() => PANELS), fallback: () => null, since: 1 }),
  key({
    name: 'in',
    field: 'where',
    codec: wordCodec(({ governorates }) => governorates ?? []),
    fallback: () => null,
    since: 1,
  }),
  key({
    name: 'count',
    field: 'count',
    codec: wordCodec(() => COUNTS),
    fallback: () => 'area',
    since: 1,
  }),
  key({ name: 'span', field: 'span', codec: wordCodec(() => SPANS), fallback: () => 'all', since: 1 }),
  key({ name: 'story', field: 'story', codec: storyCodec, fallback: () => null, since: 1 }),
  key({
    name: 'speed',
    field: 'speed',
    codec: choiceCodec(({ speeds }) => speeds),
    fallback: () => 1,
    since: 1,
  }),
  key({ name: 'range', field: 'range', codec: daysCodec, fallback: () => null, since: 1 }),
  key({ name: 'loop', field: 'loop', codec: wordCodec(() => LOOPS), fallback: () => 'none', since: 1 }),
  key({
    name: 'changes',
    field: 'changes',
    codec: wordCodec(() => CHANGES),
    fallback: () => 'all',
    since: 1,
  }),
  key({ name: 'quiet', field: 'quiet', codec: wordCodec(() => QUIETS), fallback: () => 'skip', since: 1 }),
  key({ name: 'theme', field: 'theme', codec: wordCodec(() => THEMES), fallback: () => null, since: 1 }),
  key({
    name: 'light',
    field: 'light',
    codec: wordCodec(() => LIGHTS),
    fallback: () => null,
    since: 1,
    alone: 'on',
  }),
  key({
    name: 'embed',
    field: 'embed',
    codec: wordCodec(() => EMBEDS),
    fallback: () => null,
    since: 1,
    alone: 'on',
  }),
  key({
    name: 'lang',
    field: 'lang',
    codec: wordCodec(({ languages }) => languages),
    fallback: () => null,
    since: 1,
  }),
]
