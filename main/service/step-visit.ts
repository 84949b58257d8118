import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScanError } from '../../scanner/errors.ts'
import type { Observation, Plan } from '../../scanner/model.ts'
import { readBundle } from '../../scanner/store/read-bundle.ts'
import type { StepVisit } from '../contract.ts'
import { startScanProcess, type StartChild } from '../scan-process.ts'
import { pictureUrl } from './picture-url.ts'
import type { ServiceParts } from './parts.ts'

type Needs = Pick<ServiceParts, 'dataFolder' | 'env' | 'log'>

/** Visits one step as a visitor who makes no choice would, shows what came, and keeps nothing. */
export type VisitStep = (plan: Plan, index: number, signal: AbortSignal | undefined) => Promise<StepVisit>

export function stepVisits({ dataFolder, env, log }: Needs, start: StartChild): VisitStep {
  return async (plan, index, signal) => {
    const wanted = onlyUpTo(plan, index)
    const out = await mkdtemp(join(tmpdir(), 'tagtrail-visit-'))
    let failure: ScanError | null = null
    const process = startScanProcess(
      { kind: 'scan', plan: wanted, out, timestampUrl: null },
      {
        start,
        env: { ...env, TAGTRAIL_DATA: dataFolder },
        onSaid: (text) => log.say(`visit says: ${text.trimEnd()}`),
        onMessage(message) {
          if (message.type !== 'failed') return
          if (message.code === 'fault') log.say(`visit: ${message.stack}`)
          else failure = new ScanError(message.code, message.message)
        },
      },
    )
    const stop = (): void => process.stop()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      await process.ended
      if (failure !== null) throw failure
      return await seenOn(out, wanted)
    } finally {
      signal?.removeEventListener('abort', stop)
      await rm(out, { recursive: true, force: true })
    }
  }
}

/** The steps from the last one that has an address: a click needs the page it is on. One visitor, once. */
function onlyUpTo(plan: Plan, index: number): Plan {
  const before = plan.steps.slice(0, index + 1)
  const from = before.findLastIndex(({ go }) => go.kind === 'url')
  if (before[index] === undefined || from < 0) throw new ScanError('plan-invalid', 'the plan has no such step')
  return { ...plan, steps: before.slice(from), states: ['no-choice'], runs: 1 }
}

async function seenOn(out: string, { steps }: Plan): Promise<StepVisit> {
  const { observations, gaps } = await readBundle(out)
  const stepId = steps.at(-1)?.id
  const here = observations.filter((each) => each.stepId === stepId)
  const page = here.findLast((each) => each.kind === 'page')
  const shown = here.findLast(isPicture('step')) ?? here.findLast(isPicture('banner'))
  const banner = here.find((each) => each.kind === 'banner' && each.visible)
  return {
    url: page?.kind === 'page' ? page.url : null,
    title: page?.kind === 'page' ? page.title : '',
    status: page?.kind === 'page' ? page.status : null,
    hasBanner: banner !== undefined,
    picture: shown?.kind === 'screenshot' ? await pictureUrl(out, shown.path) : null,
    requests: here.filter(({ kind }) => kind === 'request').length,
    gaps: gaps.filter((gap) => gap.stepId === stepId).map(({ reason }) => reason),
  }
}

function isPicture(of: 'step' | 'banner') {
  return (each: Observation): boolean => each.kind === 'screenshot' && each.of === of
}
