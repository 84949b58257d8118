import { click } from './click.ts'
import type { StepKind } from './step.ts'
import { url } from './url.ts'

/** Every way to reach a step, by the `kind` of its `go`. */
export const stepKinds = { url, click } satisfies { [K in StepKind['kind']]: StepKind<K> }
