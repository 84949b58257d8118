import type { Knowledge } from '../knowledge/answers.ts'
import type { Identification } from '../model.ts'
import type { VendorFacts } from '../rules/rule.ts'

/** What rules may know of a vendor beside what was seen of it. */
export function vendorFacts(knowledge: Pick<Knowledge, 'vendor'>): (id: string) => VendorFacts {
  return (id) => {
    const record = knowledge.vendor(id)
    if (record === null) return NOTHING
    const { company, kinds, legal } = record
    return {
      country: company.country ?? null,
      kinds,
      consent: legal.eprivacy.consent,
      saleOrShare: legal.ccpa.saleOrShare,
      transfers: legal.gdpr.transfers ?? null,
      selfLabels: record.selfLabels,
    }
  }
}

const NOTHING: VendorFacts = {
  country: null,
  kinds: [],
  consent: 'unknown',
  saleOrShare: 'unknown',
  transfers: null,
  selfLabels: [],
}

/** Whose host this is, asked as a stranger's would be. */
export function hostOwner(
  knowledge: Pick<Knowledge, 'funnel' | 'identifyRequest'>,
): (host: string) => Identification | null {
  const strangers = knowledge.funnel([])
  return (host) => {
    const question = { url: `https://${host}/`, method: 'GET', resourceType: 'script', funnel: strangers }
    const { identification } = knowledge.identifyRequest(question)
    return identification.vendorId === null ? null : identification
  }
}
