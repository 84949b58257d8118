import type { Comparison, Observation, Side } from '../../scanner/model.ts'
import { rowKey as comparedKey } from '../../scanner/compare/row-key.ts'
import { comparedScans, type ComparingStage } from '../compared-scans.ts'
import type { ComparedCellSide } from '../contract.ts'
import { cellView, comparisonView } from '../service/comparison-view.ts'
import type { AppLog } from '../service/app-log.ts'
import { asContractError, notFound } from '../service/failures.ts'
import type { Implementer } from '../service/implementer.ts'
import { rowOf } from '../service/observation-rows.ts'
import { rowKey } from '../service/result-view.ts'
import { scanIn } from '../service/scans.ts'
import type { ReaderParts } from './router.ts'

type Pair = Readonly<Record<Side, string>>

/** Comparisons are made of the whole evidence of two scans: seconds of work for large ones. */
export function comparisonsRouter(os: Implementer, { catalog, opened }: ReaderParts, log: AppLog) {
  const latest = new Map<string, Comparison>()
  const dirsOf = async ({ before, after }: Pair): Promise<Pair> => {
    const scans = await catalog.scans()
    return { before: scanIn(scans, before).dir, after: scanIn(scans, after).dir }
  }
  const evidenceOf = async (dir: string) => (await opened.open(dir)).evidence()

  async function* made(pair: Pair, signal: AbortSignal | undefined): AsyncGenerator<ComparingStage, Comparison> {
    const { comparison } = yield* comparedScans(await dirsOf(pair), { evidenceOf, signal })
    latest.delete(nameOf(pair))
    latest.set(nameOf(pair), comparison)
    for (const old of [...latest.keys()].slice(0, -MOST_KEPT)) latest.delete(old)
    return comparison
  }
  /** What a person looks at is kept; it may have been looked at in an earlier life of this process. */
  const known = async (pair: Pair): Promise<Comparison> => {
    const kept = latest.get(nameOf(pair))
    if (kept) return kept
    const making = made(pair, undefined)
    let step = await making.next()
    while (!step.done) step = await making.next()
    return step.value
  }

  return {
    of: os.comparisons.of.handler(async function* ({ input, signal }) {
      try {
        const making = made(input, signal)
        let step = await making.next()
        for (; !step.done; step = await making.next()) yield { type: 'stage' as const, ...step.value }
        yield { type: 'done' as const, comparison: comparisonView(step.value) }
      } catch (reason) {
        // The answer was begun, and so nobody else puts the failure in the words of the contract.
        throw asContractError(reason, log)
      }
    }),
    cell: os.comparisons.cell.handler(async ({ input: { row: key, state, stepId, ...pair } }) => {
      const { matrix } = await known(pair)
      const row = matrix.find((each) => each.key === key)
      const cell = row?.cells.find((each) => each.state === state && each.stepId === stepId)
      if (!row || !cell) throw notFound('cell', 'There is no such cell; open the matrix of differences and choose one.')
      const dirs = await dirsOf(pair)
      const side = async (which: Side): Promise<ComparedCellSide> => {
        const { assessment, evidence } = await opened.open(dirs[which])
        const all = await evidence()
        const seen = cell[which].observations.slice(0, MOST_SHOWN).flatMap((id): Observation[] => {
          const observation = all.byId.get(id)
          return observation ? [observation] : []
        })
        const own = assessment.matrix.find((each) => comparedKey(each) === key)
        return {
          observations: seen.toSorted((a, b) => a.at - b.at).map((each) => rowOf(each, all)),
          row: own ? rowKey(own) : null,
        }
      }
      const { cells: _, ...rest } = row
      return { row: rest, cell: cellView(cell), before: await side('before'), after: await side('after') }
    }),
  }
}

function nameOf({ before, after }: Pair): string {
  return `${before} ${after}`
}

/** This way round and the other. */
const MOST_KEPT = 2
const MOST_SHOWN = 100
