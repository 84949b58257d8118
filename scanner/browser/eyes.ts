import type { Page } from 'puppeteer-core'
import type { IsolatedFrame } from './isolated-frame.ts'
import { openIsolatedFrames, type IsolatedFrames, type Told } from './isolated-frames.ts'
import { watchDocuments, watchPageChanges, type DocumentWatch, type PageChanges } from './page-changes.ts'

/** A look at a page as it is now and as it changes; reads, never touches. */
export interface PageEyes {
  readonly signal: AbortSignal
  readonly isolated: IsolatedFrames
  frames(): Promise<readonly IsolatedFrame[]>
  /** True as soon as `check` holds, asked again whenever the page changes; false after `withinMs`. */
  until(check: () => Promise<boolean>, withinMs: number): Promise<boolean>
  /** True once nothing has changed for `quietMs`; false after `withinMs`. */
  untilQuiet(quietMs: number, withinMs: number): Promise<boolean>
  onChange(listener: () => void): () => void
  /** Called when a document of the page changes, from now on until the eyes close; cheaper than `onChange`. */
  onDocumentChange(listener: () => void): void
  onTold(listener: (told: Told) => void): () => void
  close(): Promise<void>
}

export interface EyesOptions {
  readonly now: () => number
  readonly signal: AbortSignal
  /** Of this very page: several looks one after the other need to open their eyes but once. */
  readonly lent?: LentEyes
}

/** Eyes that the first look opens, and whoever lends them closes. */
export interface LentEyes {
  open(): Promise<PageEyes>
  close(): Promise<void>
}

export function lendEyes(page: Page, options: EyesOptions): LentEyes {
  let opening: Promise<PageEyes> | null = null
  let opened: PageEyes | null = null
  return {
    open: () => (opening ??= openEyes(page, options).then((eyes) => (opened = eyes))),
    close: async () => {
      // A page that hangs may never have opened them.
      if (opened) await opened.close()
      else void opening?.then((eyes) => eyes.close()).catch(() => undefined)
    },
  }
}

/** Looks at a page for as long as `look` takes. A page that answers nothing does not outlast the signal. */
export async function withEyes<T>(page: Page, options: EyesOptions, look: (eyes: PageEyes) => Promise<T>): Promise<T> {
  const { signal, lent } = options
  signal.throwIfAborted()
  let raise = (): void => undefined
  const raised = new Promise<never>((_, reject) => {
    raise = () => reject(signal.reason as Error)
  })
  signal.addEventListener('abort', raise, { once: true })
  try {
    const eyes = await Promise.race([lent ? lent.open() : openEyes(page, options), raised])
    try {
      return await Promise.race([look(eyes), raised])
    } finally {
      if (!lent) await eyes.close()
    }
  } finally {
    signal.removeEventListener('abort', raise)
  }
}

const STOP_MS = 500

export async function openEyes(page: Page, { now, signal }: EyesOptions): Promise<PageEyes> {
  const isolated = await openIsolatedFrames(page)
  // A page that is only looked at once is not watched.
  let watching: Promise<PageChanges> | null = null
  const changes = (): Promise<PageChanges> => (watching ??= watchPageChanges(isolated))
  const documents: Promise<DocumentWatch>[] = []

  return {
    signal,
    isolated,
    frames: () => isolated.list(),
    until: async (check, withinMs) => {
      const deadline = now() + withinMs
      const changed = await changes()
      for (;;) {
        if (await check()) return true
        const leftMs = deadline - now()
        if (leftMs <= 0) return false
        await changed.next(leftMs, signal)
      }
    },
    untilQuiet: async (quietMs, withinMs) => {
      const deadline = now() + withinMs
      const changed = await changes()
      while (await changed.next(quietMs, signal)) if (now() >= deadline) return false
      return true
    },
    onChange: (listener) => {
      let forget = (): void => undefined
      let isForgotten = false
      void changes().then((changed) => {
        if (!isForgotten) forget = changed.onChange(listener)
      })
      return () => {
        isForgotten = true
        forget()
      }
    },
    onDocumentChange: (listener) => {
      const watched = watchDocuments(isolated, listener)
      watched.catch(() => undefined)
      documents.push(watched)
    },
    onTold: (listener) => isolated.onTold(listener),
    close: async () => {
      // Nothing of ours stays behind. A page that is gone took it along; one that hangs is not waited for.
      const watches = [watching, ...documents].map(async (watch) => await (await watch)?.stop())
      await Promise.race([Promise.allSettled(watches), new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())])
      await isolated.close()
    },
  }
}
