import type { Evidence, PageError, WhatIfError } from '../../model.ts'
import { steadyName } from '../../words.ts'
import { toldOnEach } from './visits.ts'

/** Errors on these steps that no accepted visit showed, not even while it chose. */
export function newErrors(evidence: Evidence, steps: ReadonlySet<string>): readonly WhatIfError[] | null {
  const told = toldOnEach(evidence, 'page-errors', steps)
  if (told === null) return null
  const known = new Set(
    evidence.observations.flatMap((seen) =>
      seen.kind === 'page-errors' && seen.journey === 'accepted' ? seen.errors.map(keyOf) : [],
    ),
  )
  const fresh = told.gated.flatMap(({ id, stepId, errors }) =>
    errors.filter((error) => !known.has(keyOf(error))).map((error) => ({ error, id, stepId })),
  )
  return [...Map.groupBy(fresh, ({ error }) => keyOf(error)).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { how, text, url, line } = first.error
    return [
      {
        how,
        text,
        url,
        line,
        stepIds: [...new Set(same.map(({ stepId }) => stepId))],
        observations: [...new Set(same.map(({ id }) => id))],
      },
    ]
  })
}

/** A line may move when a script is made anew; a number that is made for each visit makes no other error. */
function keyOf({ how, text, url }: PageError): string {
  return [how, steadyName(text), url === null ? '' : steadyName(url)].join('\n')
}
