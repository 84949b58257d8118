import type { PageEyes } from '../browser/eyes.ts'
import { traceReader } from '../browser/traces.ts'
import type { SignalFact } from '../model.ts'
import { findSignals, pageExpressions, type FoundSignal } from '../signals/traces/find.ts'

/**
 * Consent signals that this page keeps or answers with now. What stands in requests is recorded with them; a store under
 * a name that merely sounds like consent proves too little to be kept.
 */
export async function signalsKept(eyes: Pick<PageEyes, 'isolated'>): Promise<readonly SignalFact[]> {
  const readTraces = traceReader(eyes.isolated, pageExpressions, { listens: false })
  return findSignals(await readTraces()).flatMap(factOf)
}

/**
 * Many keep a visitor's number beside the choice, which is no business of ours: it is left out, and where the rest cannot
 * be read without it nothing is kept. A standard's string is all choice.
 */
function factOf({ signal, where, raw, reading }: FoundSignal): readonly SignalFact[] {
  if (!reading.ok || signal.standard === 'home-made') return []
  const kept = signal.speaker === 'standard' ? raw : withoutIds(raw)
  const again = signal.decode(kept)
  if (!again.ok || again.value.says !== reading.value.says) return []
  return [{ kind: 'signal', standard: signal.standard, raw: kept.slice(0, MOST), where }]
}

const withoutIds = (raw: string): string => raw.replaceAll(/(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{16,}/gi, '*')

const MOST = 20_000
