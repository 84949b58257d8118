import type { MarkedElement, PageMarksFact } from '../model.ts'

/** The part of a page's traces that a selector is asked about. */
export type MarkedDocument = Pick<PageMarksFact, 'elements' | 'classes'>

export type Selector = (page: MarkedDocument) => boolean

/**
 * Reads a CSS selector of a record: lists, tags, `#id`, `.class`, `[name op value]`, and classes that end in `*`. Parts
 * divided by blanks must all stand on the page, wherever: the traces do not tell what lies in what. `null`: not one of these.
 */
export function selectorOf(text: string): Selector | null {
  const alternatives = text.split(OUTSIDE_BRACKETS.comma).map((each) => each.trim())
  const parts = alternatives.map((each) => each.split(OUTSIDE_BRACKETS.blank).map(compoundOf))
  if (parts.flat().includes(null)) return null
  const known = parts as readonly (readonly Selector[])[]
  return (page) => known.some((compounds) => compounds.every((compound) => compound(page)))
}

const OUTSIDE_BRACKETS = { comma: /,(?![^[]*\])/, blank: /\s+(?![^[]*\])/ }

type Condition = (element: MarkedElement) => boolean

function compoundOf(text: string): Selector | null {
  const match = /^([a-z][\w-]*)?((?:[#.][\w-]+\*?|\[[^\]]+\])*)$/.exec(text)
  const [, tag, rest = ''] = match ?? []
  if (!match || (tag === undefined && rest === '')) return null
  const pieces = rest.match(/[#.][\w-]+\*?|\[[^\]]+\]/g) ?? []
  const classes = pieces.flatMap((piece) => (piece.startsWith('.') ? [piece.slice(1)] : []))
  if (tag === undefined && classes.length === pieces.length) {
    const fits = classes.map(classFits)
    return ({ classes: all }) => fits.every((fit) => all.some(fit))
  }
  const conditions: (Condition | null)[] = pieces.map(conditionOf)
  if (conditions.includes(null)) return null
  const known = conditions as readonly Condition[]
  return ({ elements, classes: all }) =>
    elements.some((each) => (tag === undefined || each.tag === tag) && known.every((fits) => fits(each))) ||
    (pieces.length === 1 && isOfClasses(pieces[0] ?? '', all))
}

/** `[class^=elfsight-app-]`: elements with nothing but classes are told by their classes alone. */
function isOfClasses(piece: string, classes: readonly string[]): boolean {
  const attribute = attributeOf(piece)
  return attribute?.name === 'class' && classes.some(attribute.fits)
}

function conditionOf(piece: string): Condition | null {
  if (piece.startsWith('#')) return ({ id }) => id === piece.slice(1)
  if (piece.startsWith('.')) {
    const fits = classFits(piece.slice(1))
    return ({ classes }) => classes.some(fits)
  }
  const attribute = attributeOf(piece)
  if (attribute === null) return null
  const { name, fits } = attribute
  return (element) => {
    if (name === 'class') return element.classes.some(fits)
    const value = name === 'id' ? element.id : (element.attributes[name] ?? null)
    return value !== null && fits(value)
  }
}

function classFits(name: string): (one: string) => boolean {
  return name.endsWith('*') ? (one) => one.startsWith(name.slice(0, -1)) : (one) => one === name
}

function attributeOf(piece: string): { readonly name: string; readonly fits: (value: string) => boolean } | null {
  const [, name, operator, , value = ''] = /^\[([\w-]+)(?:([\^$*]?=)(["']?)([^"'\]]*)\3)?\]$/.exec(piece) ?? []
  if (name === undefined) return null
  switch (operator) {
    case undefined:
      return { name, fits: () => true }
    case '=':
      return { name, fits: (found) => found === value }
    case '^=':
      return { name, fits: (found) => found.startsWith(value) }
    case '$=':
      return { name, fits: (found) => found.endsWith(value) }
    default:
      return { name, fits: (found) => found.includes(value) }
  }
}
