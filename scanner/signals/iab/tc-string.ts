import { RestrictionType, TCString, type TCModel, type Vector } from '@iabtechlabtcf/core'
import { read, unreadable, type Decoded, type Reading } from '../signal.ts'
import { bitsOf, numberAt } from './bits.ts'
import { claimedVendors } from './claimed-vendors.ts'

/** All that a TC string says. Its granted and denied are the purposes consented to, and those not. */
export interface TcReading extends Reading {
  readonly cmpId: number
  readonly cmpVersion: number
  /** Layer of the banner on which it was written, as the CMP counts. */
  readonly screen: number
  readonly language: string
  /** ISO dates; since TCF 2.2 rounded to the day, and both the same. */
  readonly created: string
  readonly updated: string
  /** Version of the vendor list it was written with. */
  readonly vendorListVersion: number
  /** 4 is TCF 2.2, 5 is 2.3. */
  readonly policyVersion: number
  readonly isServiceSpecific: boolean
  readonly usesOwnTexts: boolean
  readonly publisherCountry: string
  readonly purposeOneUndisclosed: boolean
  readonly specialFeatures: readonly number[]
  /** Purposes claimed under legitimate interest, and not objected to. */
  readonly legitimateInterest: readonly number[]
  readonly vendorConsents: readonly number[]
  readonly vendorInterests: readonly number[]
  /** Vendors the visitor was shown; `null` when the segment is missing, which TCF 2.3 demands. */
  readonly disclosedVendors: readonly number[] | null
  readonly restrictions: readonly Restriction[]
  /** What the publisher itself was consented to; `null` without that segment. */
  readonly publisherConsents: readonly number[] | null
}

interface Restriction {
  readonly purpose: number
  readonly type: 'not-allowed' | 'consent-only' | 'interest-only'
  readonly vendors: readonly number[]
}

export function decodeTcString(raw: string): Decoded<TcReading> {
  const [core = '', ...segments] = raw.split('.')
  const bits = bitsOf(core)
  if (bits === null) return unreadable('not base64url')
  const version = numberAt(bits, 0, 6)
  if (version !== 2) return unreadable(Number.isNaN(version) ? 'too short' : `version ${version}, not 2`)
  if (raw.length > MOST_CHARACTERS) return unreadable(`longer than ${MOST_CHARACTERS} characters`)
  if (claimedVendors(raw) > MOST_VENDORS) return unreadable('names more vendors than there are')
  const types = segments.map((segment) => numberAt(bitsOf(segment) ?? '', 0, 3))
  if (types.some((type) => type === 0)) return unreadable('two core segments')
  try {
    return readingOf(TCString.decode(raw), types)
  } catch (reason) {
    return unreadable(reason instanceof Error && reason.message !== '' ? reason.message : 'its segments end too early')
  }
}

/** A string over all of the list's vendors has a few thousand. */
const MOST_CHARACTERS = 20_000
/** In all of its lists together; the list of vendors counts to about 1,500. */
const MOST_VENDORS = 100_000
const DISCLOSED = 1
const PUBLISHER = 3
const DEFINED_PURPOSES = Array.from({ length: 11 }, (_, index) => index + 1)

function readingOf(model: TCModel, segmentTypes: readonly number[]): Decoded<TcReading> {
  const named = (is: boolean): readonly string[] =>
    DEFINED_PURPOSES.filter((purpose) => model.purposeConsents.has(purpose) === is).map((each) => `purpose ${each}`)
  const purposes = read(named(true), named(false))
  if (!purposes.ok) return purposes
  return {
    ok: true,
    value: {
      ...purposes.value,
      cmpId: Number(model.cmpId),
      cmpVersion: Number(model.cmpVersion),
      screen: Number(model.consentScreen),
      language: model.consentLanguage,
      created: model.created.toISOString(),
      updated: model.lastUpdated.toISOString(),
      vendorListVersion: Number(model.vendorListVersion),
      policyVersion: Number(model.policyVersion),
      isServiceSpecific: model.isServiceSpecific,
      usesOwnTexts: model.useNonStandardTexts,
      publisherCountry: model.publisherCountryCode,
      purposeOneUndisclosed: model.purposeOneTreatment,
      specialFeatures: idsIn(model.specialFeatureOptins),
      legitimateInterest: idsIn(model.purposeLegitimateInterests),
      vendorConsents: idsIn(model.vendorConsents),
      vendorInterests: idsIn(model.vendorLegitimateInterests),
      disclosedVendors: segmentTypes.includes(DISCLOSED) ? idsIn(model.vendorsDisclosed) : null,
      restrictions: restrictionsIn(model),
      publisherConsents: segmentTypes.includes(PUBLISHER) ? idsIn(model.publisherConsents) : null,
    },
  }
}

const idsIn = (vector: Vector): readonly number[] => [...vector.values()].toSorted((a, b) => a - b)

function restrictionsIn({ publisherRestrictions }: TCModel): readonly Restriction[] {
  return publisherRestrictions.getRestrictions().flatMap((restriction) => {
    const type = RESTRICTIONS.get(restriction.restrictionType)
    const vendors = publisherRestrictions.getVendors(restriction)
    return type === undefined ? [] : [{ purpose: restriction.purposeId, type, vendors }]
  })
}

const RESTRICTIONS: ReadonlyMap<RestrictionType, Restriction['type']> = new Map([
  [RestrictionType.NOT_ALLOWED, 'not-allowed'],
  [RestrictionType.REQUIRE_CONSENT, 'consent-only'],
  [RestrictionType.REQUIRE_LI, 'interest-only'],
])
