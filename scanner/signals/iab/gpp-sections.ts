import * as gpp from '@iabgpp/cmpapi'
import { read, unreadable, type Decoded, type Reading } from '../signal.ts'
import { decodeTcString } from './tc-string.ts'
import { decodeUsPrivacy } from './us-privacy-string.ts'

export interface GppSection extends Reading {
  readonly id: number
  readonly name: string
  /** Whether the section says that Global Privacy Control was on; `null` when it says nothing of it. */
  readonly gpc: boolean | null
}

/** One section of a GPP string, by its id. One we know no way to read says nothing. */
export function decodeSection(id: number, raw: string): Decoded<GppSection> {
  if (id === TCF_EU || id === US_PRIVACY) {
    const decoded = id === TCF_EU ? decodeTcString(raw) : decodeUsPrivacy(raw)
    if (!decoded.ok) return decoded
    const { says, granted, denied } = decoded.value
    return { ok: true, value: { id, name: id === TCF_EU ? 'tcfeuv2' : 'uspv1', gpc: null, says, granted, denied } }
  }
  const Section = US_SECTIONS.find((each) => each.ID === id)
  return Section ? ofUsSection(Section, raw) : nothing(id)
}

const TCF_EU = 2
const US_PRIVACY = 6

/** Sections of the states of the US, and the one for all of them. */
const US_SECTIONS = [
  gpp.UsNat,
  gpp.UsCa,
  gpp.UsVa,
  gpp.UsCo,
  gpp.UsUt,
  gpp.UsCt,
  gpp.UsFl,
  gpp.UsMt,
  gpp.UsOr,
  gpp.UsTx,
  gpp.UsDe,
  gpp.UsIa,
  gpp.UsNe,
  gpp.UsNh,
  gpp.UsNj,
  gpp.UsTn,
  gpp.UsMn,
  gpp.UsMd,
  gpp.UsIn,
  gpp.UsKy,
  gpp.UsRi,
] as const

function nothing(id: number): Decoded<GppSection> {
  const reading = read([], [])
  return reading.ok ? { ok: true, value: { ...reading.value, id, name: `section ${id}`, gpc: null } } : reading
}

function ofUsSection(Section: (typeof US_SECTIONS)[number], raw: string): Decoded<GppSection> {
  try {
    const fields = new Section(raw).toObj() as Readonly<Record<string, unknown>>
    const having = (code: number): readonly string[] =>
      OPT_OUTS.flatMap(([field, name]) => (fields[field] === code ? [name] : []))
    const reading = read(having(DID_NOT_OPT_OUT), having(OPTED_OUT))
    if (!reading.ok) return reading
    // The library tells `false` where the segment is missing.
    const gpc = raw.includes('.') && typeof fields['Gpc'] === 'boolean' ? fields['Gpc'] : null
    return { ok: true, value: { ...reading.value, id: Section.ID, name: Section.NAME, gpc } }
  } catch {
    return unreadable(`its section ${Section.NAME} cannot be decoded`)
  }
}

/** 0 is not applicable. */
const OPTED_OUT = 1
const DID_NOT_OPT_OUT = 2
const OPT_OUTS = [
  ['SaleOptOut', 'sale'],
  ['SharingOptOut', 'sharing'],
  ['TargetedAdvertisingOptOut', 'targeted advertising'],
] as const
