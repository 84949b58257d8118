import type { BannerCheck } from '../lab/banners/check.ts'
import type { CalibrationFigure } from '../model.ts'

/** How often banners were seen, choices made and states proven as they should be. */
export function bannerFigures(checks: readonly BannerCheck[]): readonly CalibrationFigure[] {
  if (checks.length === 0) return []
  const { rejected = [], accepted = [] } = Object.groupBy(checks, ({ state }) => state)
  const facts = checks.map((check) => check.facts)
  return [
    figure('banners seen', checks, ({ isDetected }) => isDetected),
    figure('refusals made', rejected, isMade, ({ wrongWay }) => wrongWay.length),
    figure('acceptances made', accepted, isMade, ({ wrongWay }) => wrongWay.length),
    figure(
      'verdicts on the choice',
      checks,
      ({ isVerdictTrue }) => isVerdictTrue,
      ({ isFalselyProven }) => Number(isFalselyProven),
    ),
    figure(
      'CMPs called by name',
      checks.filter(({ isNamed }) => isNamed !== null),
      ({ isNamed }) => isNamed === true,
    ),
    {
      of: 'sent and kept after the choice',
      matched: sum(facts, ({ matched }) => matched),
      missing: sum(facts, ({ missing }) => missing.length),
      invented: sum(facts, ({ invented }) => invented.length),
    },
  ]
}

const isMade = ({ isChoiceRight }: BannerCheck): boolean => isChoiceRight

function figure(
  of: string,
  checks: readonly BannerCheck[],
  isRight: (check: BannerCheck) => boolean,
  invented: (check: BannerCheck) => number = () => 0,
): CalibrationFigure {
  const matched = checks.filter(isRight).length
  return { of, matched, missing: checks.length - matched, invented: sum(checks, invented) }
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((total, item) => total + amount(item), 0)
}
