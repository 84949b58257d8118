import type { Comparison } from '../../scanner/model.ts'
import { counted, when } from '../../scanner/words.ts'

/** The answer in words and figures: `Since 2026-03-03 2 vendors are new before any choice, 1 is gone after reject.` */
export function comparedHeadline({ before, comparable, states, seen }: Comparison): string {
  if (!comparable) return 'Nothing of these two scans can be laid side by side.'
  const since = `Since ${before.startedAt.slice(0, 10)}`
  const clauses = states.flatMap(({ state, vendors }) =>
    (['new', 'gone', 'changed'] as const).flatMap((change) => {
      const amount = vendors[change]
      return amount === 0
        ? []
        : [`${counted(amount, 'vendor')} ${amount === 1 ? IS[change] : ARE[change]} ${when(state)}`]
    }),
  )
  const said = clauses.length === 0 ? 'no vendor is new, gone or different' : clauses.join(', ')
  const missed = seen.of - seen.both
  const where =
    missed === 0
      ? ''
      : ` Of the ${counted(seen.of, 'page')}, counted in each state, ${missed} ${missed === 1 ? 'was' : 'were'} not seen by both; nothing is said of ${missed === 1 ? 'it' : 'them'}.`
  return `${since} ${said}.${where}`
}

const IS = { new: 'is new', gone: 'is gone', changed: 'behaves differently' } as const
const ARE = { new: 'are new', gone: 'are gone', changed: 'behave differently' } as const
