import { eventIterator, type } from '@orpc/contract'
import type { Jurisdiction } from '../../scanner/jurisdictions/jurisdiction.ts'
import * as z from 'zod'
import { procedure } from './procedure.ts'

/** The program itself. */
export const app = {
  info: procedure.output(type<AppInfo>()),
  /** Says what has changed since, so that nobody asks again and again; begins with `hello`. Ends with the host. */
  changes: procedure.output(eventIterator(type<AppChange>())),
  /** The legal orders a scan may be judged under, with their notes and sources. */
  jurisdictions: procedure.output(type<readonly Jurisdiction[]>()),
  /** The screen that was looked at last; `/` when it is gone. Kept here, for the port and its storage change each time. */
  leftAt: procedure.output(type<{ readonly place: string }>()),
  leave: procedure.input(z.object({ place: z.string().max(4000).startsWith('/') })).output(type<void>()),
}

export interface AppInfo {
  readonly version: string
  readonly host: 'electron' | 'loopback'
  readonly platform: string
  /** Where everything of this user is kept. */
  readonly dataFolder: string
  /** What a person has to be told about the store: a damaged catalog set aside, one rebuilt or brought up to date. */
  readonly notes: readonly StoreNote[]
  readonly knowledge: { readonly version: string; readonly vendors: number }
}

export interface StoreNote {
  readonly at: string
  readonly text: string
}

export type AppChange =
  | { readonly type: 'hello' }
  /** Something of this kind was added, changed or removed: ask for it again. */
  | {
      readonly type: 'changed'
      readonly what: 'projects' | 'funnels' | 'scans' | 'settings' | 'knowledge' | 'rulings' | 'notes'
    }
  /** One scan went on; its list entry may read otherwise. */
  | { readonly type: 'scan'; readonly id: string }
