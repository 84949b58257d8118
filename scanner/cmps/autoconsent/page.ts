import type library from '@duckduckgo/autoconsent'
import type { OurWorld } from '../cmp.ts'

/** Autoconsent inside one document; it lives in our world. */
interface AutoconsentWorld extends OurWorld {
  tagtrailAutoconsent?: typeof library
  tagtrailConversations?: Map<string, Conversation>
}

interface Conversation {
  hear(message: unknown): void
  answer(press: number, delivered: boolean): void
}

/**
 * Runs in the page, in our world: begins a conversation in which autoconsent may only look and ask. Its clicks become
 * requests for a press of the real mouse and wait for it; what would hide or restyle something does nothing.
 */
export function converse(id: string): void {
  const ours = globalThis as AutoconsentWorld
  const code = ours.tagtrailAutoconsent
  if (!code) return
  const seen = (ours.tagtrailSeen ??= [])
  const waiting = new Map<number, (delivered: boolean) => void>()
  const tell = (message: object): Promise<void> => {
    ours.tagtrailTell?.(`autoconsent:${JSON.stringify({ id, message })}`)
    return Promise.resolve()
  }

  /** What a visitor would press for it: many inputs are hidden behind what is drawn in their place. */
  const standIn = (element: Element): Element | null => {
    const isDrawn = (candidate: Element | null): boolean => {
      const box = candidate?.getBoundingClientRect()
      return (
        box !== undefined &&
        box.width >= 4 &&
        box.height >= 4 &&
        candidate?.checkVisibility({ visibilityProperty: true }) === true
      )
    }
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    return [element, ...labels, element.nextElementSibling].find((candidate) => candidate && isDrawn(candidate)) ?? null
  }
  /** Rules click what exists; a visitor waits until it shows. */
  const press = async (element: Element, patience = 1_500): Promise<boolean> => {
    const limit = AbortSignal.timeout(patience)
    let target = standIn(element)
    while (!target && !limit.aborted && element.isConnected) {
      await new Promise((painted) => {
        requestAnimationFrame(painted)
        setTimeout(painted, 100)
      })
      target = standIn(element)
    }
    if (!target) return false
    const number = waiting.size + 1
    const key = seen.indexOf(target) === -1 ? seen.push(target) - 1 : seen.indexOf(target)
    return new Promise((resolve) => {
      waiting.set(number, resolve)
      void tell({ type: 'press', number, key })
    })
  }

  // This world has prototypes of its own; the page's are untouched.
  HTMLElement.prototype.click = function click(this: HTMLElement) {
    void press(this)
  }
  const innerText = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'innerText')
  Object.defineProperty(HTMLStyleElement.prototype, 'innerText', {
    configurable: true,
    get(this: HTMLStyleElement): unknown {
      return innerText?.get?.call(this)
    },
    set() {
      // Some of its rules hide a banner with a style sheet; the visitor's banner stays as it is.
    },
  })

  const consent = new code.default(tell, null, { autoconsent: [] })
  const { domActions } = consent
  domActions.click = async (selector, all = false) => {
    const elements = domActions.elementSelector(selector)
    let delivered = false
    for (const element of all ? elements : elements.slice(0, 1))
      delivered = (await press(element, all ? 0 : undefined)) || delivered
    return delivered
  }
  domActions.clickElement = (element) => press(element)
  domActions.hide = () => true
  domActions.removeClass = () => true
  domActions.setStyle = () => true
  domActions.addStyle = () => true

  const conversations = (ours.tagtrailConversations ??= new Map())
  conversations.set(id, {
    hear: (message) =>
      void consent.receiveMessageCallback(message as Parameters<typeof consent.receiveMessageCallback>[0]),
    answer: (number, delivered) => waiting.get(number)?.(delivered),
  })
}

/** Runs in the page, in our world. */
export function hear(id: string, message: unknown): void {
  ;(globalThis as AutoconsentWorld).tagtrailConversations?.get(id)?.hear(message)
}

/** Runs in the page, in our world. */
export function answerPress(id: string, number: number, delivered: boolean): void {
  ;(globalThis as AutoconsentWorld).tagtrailConversations?.get(id)?.answer(number, delivered)
}

/** Runs in the page, in our world. */
export function isLibraryThere(): boolean {
  return (globalThis as AutoconsentWorld).tagtrailAutoconsent !== undefined
}
