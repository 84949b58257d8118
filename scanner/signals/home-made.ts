import {
  SPEAKS_OF_CONSENT,
  jsonObject,
  pairs,
  read,
  readCategories,
  unescaped,
  unreadable,
  type Decoded,
  type Reading,
  type Signal,
} from './signal.ts'

/**
 * What home-made banners keep under a name that speaks of consent: yes or no per category as JSON or as a list, or one
 * word for all. Read only where no CMP's own store is found.
 */
export const homeMade: Signal = {
  standard: 'home-made',
  title: 'Stored consent',
  speaker: 'cmp',
  places: [
    { in: 'cookie', name: SPEAKS_OF_CONSENT },
    { in: 'local', name: SPEAKS_OF_CONSENT },
  ],
  decode(raw) {
    const text = unescaped(raw)
    const object = jsonObject(text)
    const listed = pairs(text, /[,;&|]/, '=').concat(pairs(text, /[,;&|]/, ':'))
    const categories = object ? categoriesIn(object) : listed.flatMap(([name, is]) => category(name, is))
    if (categories.length > 0) return readCategories(categories)
    return object ? readWord(Object.values(object).filter((value) => typeof value === 'string')) : readWord([text])
  },
}

type Category = readonly [string, boolean]

const CATEGORY =
  /^(analytic|statisti|market|advert|ads?$|ad_|target|social|perform|measure|tracking|third|profil|personali[sz]|optional|preferenc)/i
const YES = /^(true|1|yes|y|on|allow|allowed|accept|accepted|grant|granted|opt-?in)$/i
const NO = /^(false|0|no|n|off|deny|denied|reject|rejected|decline|declined|refuse|refused|opt-?out|disallow)$/i
/** One word that answers for everything. */
const ALL_YES = /^(allow|allowed|accept|accepted|accept[-_ ]?all|all|granted|opt-?in|agreed?)$/i
const ALL_NO =
  /^(deny|denied|reject|rejected|reject[-_ ]?all|decline|declined|refused?|opt-?out|disallow|necessary|essential|required|none|(necessary|essential)[-_ ]?only|only[-_ ]?(necessary|essential))$/i

/** Three levels down at most: nobody keeps consent deeper. */
function categoriesIn(object: Readonly<Record<string, unknown>>, depth = 3): readonly Category[] {
  return Object.entries(object).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return depth > 1 ? categoriesIn({ ...value }, depth - 1) : []
    return category(name, String(value))
  })
}

function category(name: string, is: string): readonly Category[] {
  if (!CATEGORY.test(name)) return []
  return YES.test(is) ? [[name, true]] : NO.test(is) ? [[name, false]] : []
}

function readWord(texts: readonly string[]): Decoded<Reading> {
  const said = texts.map((text) => text.trim())
  const yes = said.some((text) => ALL_YES.test(text))
  const no = said.some((text) => ALL_NO.test(text))
  if (yes === no) return unreadable('neither categories nor one word for all')
  return yes ? read(['all'], []) : read([], ['all'])
}
