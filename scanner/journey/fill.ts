import type { Page } from 'puppeteer-core'
import { typedFor, type Canary } from '../canary.ts'
import type { Fill, FilledFact } from '../model.ts'
import { inWords, visibleElement } from '../steps/element.ts'

export interface FillOptions {
  readonly canary: Canary
  readonly signal: AbortSignal
  /** How long each field is waited for. */
  readonly timeoutMs: number
  /** Called when a field has been filled in. */
  readonly onFilled?: (filled: Omit<FilledFact, 'kind'>) => void
}

/**
 * Types into the fields of a page, its frames and windows, key by key, and leaves the last one, for many sites send what
 * was typed on leaving. Fields are reached by focus and not by the mouse: a banner may lie over them, and must not be
 * pressed. Resolves to a sentence for each field that could not be filled.
 */
export async function fillFields(page: Page, fills: readonly Fill[], options: FillOptions): Promise<readonly string[]> {
  const failures: string[] = []
  let last: Page | null = null
  for (const fill of fills) {
    options.signal.throwIfAborted()
    try {
      last = await fillOne(page, fill, options)
    } catch (reason) {
      options.signal.throwIfAborted()
      failures.push(`${inWords(fill.field)} could not be filled: ${firstLine(reason)}`)
    }
  }
  await last?.keyboard.press('Tab')
  return failures
}

/** Resolves to the window in which the field stands. */
async function fillOne(page: Page, { field, with: wanted }: Fill, options: FillOptions): Promise<Page> {
  const { canary, timeoutMs, onFilled } = options
  const { element, frame } = await visibleElement(page, field, timeoutMs)
  const window = frame.page()
  await element.focus()
  const kind = await element.evaluate(prepare)
  if (kind === 'other') throw new Error('nobody can type there')
  if (kind === 'box') await window.keyboard.press('Space')
  if (kind === 'text') await window.keyboard.type(typeof wanted === 'string' ? typedFor(canary, wanted) : wanted.text)
  const where = window !== page ? 'window' : frame === page.mainFrame() ? 'page' : 'frame'
  const what = typeof wanted === 'string' ? wanted : 'words'
  onFilled?.({ field: inWords(field), what, where, url: frame.url() })
  return window
}

function firstLine(reason: unknown): string {
  return reason instanceof Error ? (reason.message.split('\n')[0] ?? reason.name) : String(reason)
}

/** Runs in the page. What stands in a field already is replaced by what is typed; a list is searched by typing. */
function prepare(element: Element): 'text' | 'box' | 'ticked' | 'other' {
  if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type))
    return element.checked ? 'ticked' : 'box'
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    if (element.disabled || element.readOnly) return 'other'
    if (element.value !== '') element.select()
    return 'text'
  }
  return element instanceof HTMLSelectElement || (element as HTMLElement).isContentEditable ? 'text' : 'other'
}
