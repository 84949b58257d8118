import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { JSONFile } from 'lowdb/node'
import * as z from 'zod'
import { ScanError } from '../errors.ts'
import type { Decision, FindingRuling, StandingRuling } from '../model.ts'
import { standingRulings } from '../rulings.ts'
import { rulings, RULINGS_VERSION, type RulingsContent } from './schemas/rulings.ts'
import { codeOf, writeError } from './write-error.ts'

/** What people decided about findings; nothing is ever overwritten, a later word counts before an earlier one. */
export interface Rulings {
  /** Those that stand today, of one site. */
  standing(site: string): Promise<readonly StandingRuling[]>
  /** Everything that was ever decided about this site, oldest first. */
  history(site: string): Promise<readonly FindingRuling[]>
  rule(ruling: NewRuling): Promise<FindingRuling>
  /** Takes the standing ruling back; false when there is none. */
  takeBack(about: Pick<FindingRuling, 'site' | 'about' | 'by' | 'comment'>): Promise<boolean>
}

export interface NewRuling {
  readonly site: string
  /** Key of a finding, or `sightingKey` of a thing seen. */
  readonly about: string
  readonly decision: Decision
  /** Last day of an accepted risk, `2027-03-31`; needed there and nowhere else. */
  readonly until: string | null
  readonly comment: string
  readonly by: string
}

/** The rulings in this folder, made on the first one. Every call reads the file again, for another process may write it. */
export function openRulings(folder: string, { now }: { readonly now: () => Date }): Rulings {
  const path = join(folder, 'rulings.json')
  const file = new JSONFile<RulingsContent>(path)
  let turn: Promise<unknown> = Promise.resolve()
  /** One at a time, so that no ruling of this process is lost to another one. */
  const inTurn = <T>(act: (all: readonly FindingRuling[]) => T | Promise<T>): Promise<T> => {
    const done = turn.then(async () => act(await read(file, path)))
    turn = done.catch(() => undefined)
    return done
  }
  /** Never before the last word: where a clock was set back, an older one would count in its place. */
  const after = (all: readonly FindingRuling[]): string =>
    all.reduce((latest, { at }) => (at > latest ? at : latest), now().toISOString())
  const today = (): string => now().toISOString().slice(0, 10)
  const add = async (all: readonly FindingRuling[], ruling: FindingRuling): Promise<void> => {
    try {
      await mkdir(folder, { recursive: true })
      await file.write({ schemaVersion: RULINGS_VERSION, rulings: [...all, ruling] })
    } catch (cause) {
      throw writeError(path, cause, 'what it held before is untouched')
    }
  }
  return {
    standing: (site) => inTurn((all) => standingRulings(all, site, today())),
    history: (site) => inTurn((all) => all.filter((each) => each.site === site)),
    rule: (given) =>
      inTurn(async (all) => {
        const ruling = { ...checked(given), at: after(all) }
        await add(all, ruling)
        return ruling
      }),
    takeBack: (given) =>
      inTurn(async (all) => {
        const stands = standingRulings(all, given.site, today()).some(({ about }) => about === given.about)
        if (stands) await add(all, { ...given, decision: null, until: null, at: after(all) })
        return stands
      }),
  }
}

/** A risk is accepted for a time, and by somebody. */
function checked(given: NewRuling): NewRuling {
  const { decision, until, by } = given
  if (decision === 'accepted-risk' && until === null)
    throw new ScanError('plan-invalid', 'an accepted risk needs its last day, such as 2027-03-31')
  if (decision !== 'accepted-risk' && until !== null)
    throw new ScanError('plan-invalid', `only an accepted risk has a last day; ${decision} stands until it is replaced`)
  if (until !== null && !z.iso.date().safeParse(until).success)
    throw new ScanError('plan-invalid', `"${until}" is no day; write it as 2027-03-31`)
  if (by.trim() === '') throw new ScanError('plan-invalid', 'a ruling names who made it')
  return given
}

/** People's own words are not set aside as a damaged index may be: whoever broke the file has to mend it. */
async function read(file: JSONFile<RulingsContent>, path: string): Promise<readonly FindingRuling[]> {
  const content: unknown = await file.read().catch((cause: unknown) => {
    const why = cause instanceof SyntaxError ? 'it is no JSON' : codeOf(cause)
    throw new ScanError('store-corrupt', `${path} cannot be read (${why}); mend it or move it away`, { cause })
  })
  if (content === null) return []
  const known = rulings.safeParse(content)
  if (known.success) return known.data.rulings
  const [issue] = known.error.issues
  throw new ScanError(
    'store-corrupt',
    `${path} has another shape (${issue?.path.join('.')}: ${issue?.message}); mend it, or update Tagtrail`,
  )
}
