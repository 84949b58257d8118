import type { Identification, PageMarksFact } from '../model.ts'
import { citation } from './citation.ts'
import { unruled, type Ruled } from './ruled.ts'
import { selectorOf, type Selector } from './selector.ts'
import { snippetOf, type Snippet } from './snippet.ts'
import type { VendorMarks } from './vendor-marks.ts'

/** What a frame carries, as its collector told it. */
export type Traces = Pick<PageMarksFact, 'globals' | 'elements' | 'classes' | 'inlineScripts'>

export interface MarkTable {
  /** The vendors whose marks stand in a frame, each once. */
  find(traces: Traces): readonly Identification[]
}

interface Mark {
  readonly vendor: VendorMarks
  readonly value: string
  readonly isProven: boolean
  /** So common a name that others have it too. */
  readonly isWeak: boolean
}

/** Marks of all vendors: names are looked up, selectors and snippets (about a hundred) are tried. */
export function markTable(vendors: readonly VendorMarks[], ruled: Ruled = unruled): MarkTable {
  const globals = new Map<string, Mark[]>()
  const selectors: { readonly mark: Mark; readonly fits: Selector }[] = []
  const snippets: { readonly mark: Mark; readonly fits: Snippet }[] = []
  for (const vendor of vendors)
    for (const { kind, value, confidence } of vendor.marks) {
      const mark: Mark = {
        vendor,
        value,
        isProven: confidence !== 'inferred',
        isWeak: kind === 'global' && isCommon(value),
      }
      const [selector, snippet] = [kind === 'selector' ? selectorOf(value) : null, snippetOf(value)]
      if (kind === 'global') globals.set(value, [...(globals.get(value) ?? []), mark])
      if (selector) selectors.push({ mark, fits: selector })
      // `Static.SQUARESPACE_CONTEXT` is no name of the window; scripts that set it say it in full.
      if (snippet && (kind === 'inline' || (kind === 'global' && value.includes('.'))))
        snippets.push({ mark, fits: snippet })
    }

  return {
    find(traces) {
      const scripts = traces.inlineScripts.map(({ words }) => new Set(words))
      const found = [
        ...traces.globals.flatMap((name) => globals.get(name) ?? []),
        ...selectors.filter(({ fits }) => fits(traces)).map(({ mark }) => mark),
        ...snippets.filter(({ fits }) => scripts.some(fits)).map(({ mark }) => mark),
      ]
      const shared = sharedNames(found)
      return [...Map.groupBy(found, ({ vendor }) => vendor.id).values()].flatMap((marks) => {
        const answer = answerOf(marks, shared)
        return answer === null ? [] : [ruled(answer)]
      })
    },
  }
}

/** One mark may be anybody's; marks that agree, or one that was read in the vendor's own code, are not. */
function answerOf(marks: readonly Mark[], shared: ReadonlySet<string>): Identification | null {
  const strong = marks.filter(({ isWeak, value }) => !isWeak && !shared.has(value))
  const [best] = [...strong.filter(({ isProven }) => isProven), ...strong, ...marks]
  const count = new Set(marks.map(({ value }) => value)).size
  if (!best || (strong.length === 0 && count < 2)) return null
  const isProbable = strong.some(({ isProven }) => isProven) || (strong.length > 0 && count > 1)
  return {
    vendorId: best.vendor.id,
    name: best.vendor.name,
    category: best.vendor.category,
    disputed: best.vendor.disputed,
    purpose: 'load',
    layer: 'page-mark',
    source: citation(best.vendor, `mark:${best.value}`),
    confidence: isProbable ? 'probable' : 'indicative',
  }
}

function sharedNames(found: readonly Mark[]): ReadonlySet<string> {
  const byValue = Map.groupBy(found, ({ value }) => value)
  return new Set([...byValue].filter(([, marks]) => marks.length > 1).map(([value]) => value))
}

/** Short names, plain words and what several products of one house share. */
function isCommon(name: string): boolean {
  return name.length <= 3 || COMMON.has(name)
}

const COMMON: ReadonlySet<string> = new Set([
  'alloy',
  'amplitude',
  'amzn',
  'analytics',
  'attentive',
  'axon',
  'comet',
  'convert',
  'dataLayer',
  'drift',
  'fathom',
  'google_tag_data',
  'gtag',
  'heap',
  'klaro',
  'optimizely',
  'ramp',
  'segment',
  'semaphore',
  'Smile',
  'Square',
  'transcend',
  'tude',
  'Visitor',
])
