import type { Verification } from '../scanner/store/verify-bundle.ts'
import { clockText, momentText } from './clock-text.ts'

/** The one line that says what became of a bundle; quotes names of files, so it must be made safe for a terminal. */
export function verificationText(seen: Verification): string {
  switch (seen.verdict) {
    case 'verified':
      return `verified: ${sizeOf(seen)}, ${sealOf(seen)}${endOf(seen)}${judgementOf(seen)}`
    case 'altered':
      return `altered: ${faultsOf(seen)}`
    case 'incomplete':
      return `incomplete: ${seen.because}; ${sizeOf(seen)} are there${judgementOf(seen)}`
    case 'unreadable':
      return `unreadable: ${seen.because}`
  }
}

function sizeOf({ observations, files }: Verification): string {
  return `${counted(observations, 'observation')}, ${counted(files, 'file')}`
}

function sealOf({ seal }: Verification): string {
  return `sealed ${momentOf(seal?.sealedAt ?? null)} by key ${shortKey(seal?.key ?? '')}, ${clockText(seal?.timestamp ?? { is: 'none' })}`
}

function endOf({ ended }: Verification): string {
  return ended === 'complete' ? '' : `, of a scan that ${ended === 'cancelled' ? 'was cancelled' : 'failed'}`
}

function judgementOf({ assessment, seal }: Verification): string {
  if (assessment.is !== 'sealed' || assessment.key === null) return ''
  const by = assessment.key === seal?.key ? 'by the same key' : `by key ${shortKey(assessment.key)}`
  return `; assessment sealed ${momentOf(assessment.sealedAt)} ${by}`
}

/** Enough names to begin with; `--json` tells all. */
const NAMED_FAULTS = 8

function faultsOf({ faults }: Verification): string {
  const named = faults.slice(0, NAMED_FAULTS).map(({ path, what, why }) => {
    return `${path} ${what === 'altered' ? 'was altered' : what === 'missing' ? 'is missing' : 'was added'}${why === null ? '' : ` (${why})`}`
  })
  const more = faults.length - named.length
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')
}

/** The first 16 digits; reports print the whole fingerprint. */
function shortKey(fingerprint: string): string {
  return `${fingerprint.slice(0, 16)}…`
}

function momentOf(iso: string | null): string {
  return iso === null ? 'at an unknown time' : momentText(iso)
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}
