import type { VendorRecord } from '../../../scanner/knowledge/vendor-record.ts'
import type { Section } from './show-text.ts'

/** What the law makes of it, per regime, and the signals by which it can be told to hold back. */
export function lawSections({ legal, consentSignals }: VendorRecord): readonly Section[] {
  const { eprivacy, gdpr, ccpa, other } = legal
  return [
    {
      title: 'Law',
      entries: [
        { head: `ePrivacy: consent ${CONSENT[eprivacy.consent]}${cited(eprivacy.refs)}`, lines: [eprivacy.note] },
        {
          head: `GDPR: ${gdpr.bases.join(', ') || 'no basis named'}${gdpr.profiling ? '; profiling' : ''}${cited(gdpr.refs)}`,
          lines: [gdpr.note, gdpr.transfers === undefined ? '' : `Transfers: ${gdpr.transfers}`],
        },
        {
          head: `CCPA/CPRA: sale or sharing ${ccpa.saleOrShare === 'no' ? 'not seen' : ccpa.saleOrShare}`,
          lines: [ccpa.note, ccpa.duties.length === 0 ? '' : `Duties: ${ccpa.duties.join('; ')}`],
        },
        ...other.map(({ regime, refs, note }) => ({ head: `${regime}${cited(refs)}`, lines: [note] })),
      ],
    },
    {
      title: 'Consent signals',
      entries: consentSignals.map(({ name, how, respected }) => ({
        head: `- ${name}: ${RESPECTED[respected]}`,
        lines: [how],
      })),
    },
  ]
}

function cited(refs: readonly string[]): string {
  return refs.length === 0 ? '' : ` (${refs.join('; ')})`
}

const CONSENT = { required: 'needed', exempt: 'not needed', depends: 'depends on the use' } as const

const RESPECTED = {
  yes: 'respected',
  partly: 'respected in part',
  no: 'not respected',
  unknown: 'not known whether respected',
} as const
