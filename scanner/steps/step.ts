import type { Page } from 'puppeteer-core'
import type { ClickTarget, Go } from '../model.ts'

/** A way to reach the next page of a funnel, as a visitor would. */
export interface StepKind<K extends Go['kind'] = Go['kind']> {
  readonly kind: K
  /** Starts the navigation; resolves once the new document has begun. Rejects with a sentence a person can act on. */
  perform(page: Page, go: Extract<Go, { readonly kind: K }>, options: StepOptions): Promise<Arrival>
}

export interface StepOptions {
  readonly timeoutMs: number
  readonly signal: AbortSignal
  /** Called at the moment a form is sent. */
  readonly onSubmit?: () => void
  /** The first field the visitor will fill in on the step; once it is there, so is the step. */
  readonly awaits?: ClickTarget
}

export interface Arrival {
  readonly requestedUrl: string | null
}
