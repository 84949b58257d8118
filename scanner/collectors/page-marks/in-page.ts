import type { MarkedElement } from '../../model.ts'

/**
 * Names on a window, as a script: no function is called that a page could have replaced, and no property is read. The names that a
 * blank document has as well are those of an isolated world of the same frame.
 */
export const LIST_NAMES = `(()=>{let names='';for(const name in globalThis)names+=name+'\\n';return names})()`

export interface ReadTraces {
  readonly url: string
  readonly names: string
  readonly elements: readonly MarkedElement[]
  readonly classes: readonly string[]
  readonly scripts: readonly { readonly text: string; readonly length: number }[]
  readonly isCut: boolean
}

/** Runs in a world of ours in a frame. Values of fields are not read; texts of scripts are, for their words. */
export function readTraces(names: string): ReadTraces {
  const MOST_LOOKED_AT = 20_000
  const MOST_ELEMENTS = 300
  const MOST_CLASSES = 1_000
  const MOST_SCRIPTS = 60
  const MOST_TEXT = 32_768
  const TELLING = new Set(['script', 'iframe', 'link', 'form', 'meta', 'input'])
  const KEPT = /^(?:src|href|name|http-equiv|data-.*)$/
  // A form's fields stand in for its properties, so that these are taken from where they are defined.
  const { getAttribute, getAttributeNames } = Element.prototype
  const tagOf = Object.getOwnPropertyDescriptor(Element.prototype, 'localName')?.get
  const shortened = (text: string, most: number): string => (text.length > most ? text.slice(0, most) : text)

  const elements = new Map<string, MarkedElement>()
  const others = new Map<string, MarkedElement>()
  const classes = new Set<string>()
  const scripts: { text: string; length: number }[] = []
  let isCut = false
  let looked = 0
  for (const element of document.getElementsByTagName('*')) {
    if (++looked > MOST_LOOKED_AT) {
      isCut = true
      break
    }
    const tag = shortened(String(tagOf?.call(element)), 60)
    const own = (getAttribute.call(element, 'class') ?? '').split(/\s+/, 40).filter((name) => name !== '')
    for (const name of own) if (classes.size < MOST_CLASSES) classes.add(shortened(name, 80))
    isCut ||= classes.size === MOST_CLASSES
    const id = getAttribute.call(element, 'id')
    const attributes: Record<string, string> = {}
    for (const name of getAttributeNames.call(element).slice(0, 40)) {
      const isAddress = name === 'src' || name === 'href'
      if (!KEPT.test(name) || (isAddress && tag === 'a' && !getAttribute.call(element, name)?.startsWith('#'))) continue
      attributes[shortened(name, 60)] = shortened(getAttribute.call(element, name) ?? '', isAddress ? 300 : 60)
    }
    if (tag === 'script' && attributes['src'] === undefined) {
      const text = element.textContent ?? ''
      if (scripts.length < MOST_SCRIPTS) scripts.push({ text: shortened(text, MOST_TEXT), length: text.length })
      else isCut = true
    }
    const has = Object.keys(attributes).length > 0
    const isTelling = TELLING.has(tag) || tag.includes('-')
    if (!(isTelling ? has || id !== null || tag.includes('-') : id !== null || has)) continue
    const told = { tag, id: id === null ? null : shortened(id, 80), classes: own.slice(0, 8), attributes }
    const into = isTelling ? elements : others
    if (into.size < MOST_ELEMENTS) into.set(JSON.stringify(told), told)
    else isCut = true
  }
  return {
    url: shortened(location.href, 2_000),
    names,
    elements: [...elements.values(), ...others.values()],
    classes: [...classes],
    scripts,
    isCut,
  }
}
