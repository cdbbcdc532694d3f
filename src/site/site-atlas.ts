/** What the pages of a site are made from, and which pages there are. Free of Node and of the page. */
import type { Day } from '../chronicle/day.ts'
import { isoOf } from '../chronicle/day.ts'
import type { Headline } from '../chronicle/headlines.ts'
import type { Text } from '../chronicle/text.ts'
import { type LinkContext, parseLink } from '../link/index.ts'
import { type PageList, pageDays } from '../ui/data/page-list.ts'
import { linkContextOf } from '../ui/link-context.ts'
import type { Story } from '../ui/panels/stories/story.ts'
import type { PictureData } from '../ui/picture/compose.ts'

export interface SiteAtlas {
  id: string
  /** the first one is shown when a link names none */
  first: boolean
  title: Text
  description: Text
  /** under which readers may use the data, where the data say so */
  licence: Text
  data: PictureData
  /** the greatest event of a key day */
  headlines: ReadonlyMap<Day, Headline>
  stories: readonly Story[]
}

/** A page: of an atlas as it opens, of a day on which ground changed, or of a story. */
export interface SitePage {
  atlas: SiteAtlas
  kind: 'atlas' | 'day' | 'story'
  /** below the address of the map, without a language; empty or ending in a slash */
  path: string
  /** the day that its picture shows; of a story that of its first step */
  day: Day
  story?: Story
}

export function pagesOf(atlas: SiteAtlas): SitePage[] {
  const { conflict, factions, atlas: ground, changes } = atlas.data
  const prefix = atlas.first ? '' : `${atlas.id}/`
  const context = linkContextOf([], conflict, factions, ground)
  return [
    { atlas, kind: 'atlas', path: prefix, day: ground.start },
    ...pageDays(ground.start, changes).map(
      (day): SitePage => ({ atlas, kind: 'day', path: `${prefix}d/${isoOf(day)}/`, day }),
    ),
    ...atlas.stories.map(
      (story): SitePage => ({
        atlas,
        kind: 'story',
        path: `${prefix}s/${story.id}/`,
        day: firstDay(story, context),
        story,
      }),
    ),
  ]
}

const firstDay = ({ steps }: Story, context: LinkContext): Day =>
  parseLink(steps[0]?.link ?? '', context).state.day

/** Languages that pages are written in: those that the texts of the data are in. The first one is not named in paths. */
export const languagesOf = ([first]: readonly SiteAtlas[]): string[] => first.data.conflict.languages

/** @returns what the head of every page lists, so that links lead to pages that exist */
export function pageListOf(atlases: readonly SiteAtlas[]): PageList {
  return {
    languages: languagesOf(atlases),
    stories: Object.fromEntries(atlases.map(({ id, stories }) => [id, stories.map((story) => story.id)])),
  }
}

/** @returns what a path begins with in a language */
export const languagePath = (language: string, languages: readonly string[]): string =>
  languages.indexOf(language) > 0 ? `${language}/` : ''
