import { click } from './click.ts'
import type { StepKind } from './step.ts'
import { submit } from './submit.ts'
import { url } from './url.ts'

/** Every way to reach a step, by the `kind` of its `go`. */
export const stepKinds = { url, click, submit } satisfies { [K in StepKind['kind']]: StepKind<K> }
