import type { Finding, LegalReading, Outcome } from './model.ts'

/** What a finding comes to under one legal order: where two readings stand against each other, a person has to decide. */
export function outcomeUnder(jurisdiction: string, readings: readonly LegalReading[]): Outcome {
  const [first, ...others] = readings.filter((each) => each.jurisdiction === jurisdiction && each.counts)
  return first && others.every(({ outcome }) => outcome === first.outcome) ? first.outcome : 'unclear'
}

/** The legal orders under which it fails, the first of the scan among them. */
export function failsUnder({ readings }: Pick<Finding, 'readings'>): readonly LegalReading[] {
  return readings.filter(({ jurisdiction, counts }) => counts && outcomeUnder(jurisdiction, readings) === 'fail')
}
