/**
 * The words that cells of one column may hold, for forms that offer them. The schemas and the data package hold files
 * to them; those lists that stand there only in the largest of them are repeated here, and a test compares.
 */
import places from '../../../geodata/schema/places.json'
import sources from '../../../geodata/schema/sources.json'

export const PLACE_KINDS: readonly string[] =
  places.properties.features.items.properties.properties.properties.kind.enum
export const SOURCE_KINDS: readonly string[] = sources.items.properties.kind.enum
/** of a researcher */
export const CONFIDENCES: readonly string[] = ['confirmed', 'likely', 'claimed', 'disputed']
/** of an editor */
export const VERDICTS: readonly string[] = ['accepted', 'contested', 'rejected']
