import type { Jurisdiction } from './jurisdiction.ts'

const NO_SIGNAL = 'No law of the Union gives force to Global Privacy Control, or asks for a link to opt out of a sale.'

/** The common ground of the Union: what holds, or is at least said by all authorities together, in every member state. */
export const eu: Jurisdiction = {
  id: 'eu',
  title: 'European Union',
  reviewed: '2026-11-21',
  severity: {},
  law: {},
  strict: ['F37'],
  open: {},
  notAsked: { F24: NO_SIGNAL, F25: NO_SIGNAL },
  // Months differ in length; the longest reading counts. 24 months is the longest time any authority names (AEPD).
  limits: { choiceDays: 731, trackerDays: 397 },
  notes: {
    F02: 'EDPB Guidelines 2/2023 (v2.0, 7 October 2024) count tracking by URL, pixel and unique identifier as access to the device; they do not interpret the exemptions.',
    F03: 'Whether a tag manager itself needs consent is open in the Union; the administrative court of Hannover says so for Germany (10 A 5385/22, 19 March 2025, not final when last read of).',
    F05: 'No authority has cleared pings of denied Consent Mode; EDPB Guidelines 2/2023 bring tracking by URL and pixel into scope.',
    F11: 'The Taskforce reports that a vast majority of the authorities see a refusal as required on every layer with consent; a few found nothing in the directive that says so.',
    F12: 'The Taskforce imposes no standard of colour or contrast; it asks whether a design is manifestly misleading.',
    F15: 'EDPB Opinion 08/2024 speaks of large online platforms; national authorities differ on others.',
    F18: 'The GDPR names no time. CNIL and the Irish authority point to 6 months, the Czech to 12, the Spanish to at most 24.',
    F19: 'Thirteen months is guidance of the CNIL; the GDPR asks for no longer than necessary.',
    F36: 'The regional court of Munich gave damages for fonts fetched from Google (3 O 17493/20); no authority of the Union as a whole has settled embeds.',
    F37: 'Opinion 04/2012 (WP 194) does not count advertising and its settlement among what the visitor asked for; vendors disagree.',
  },
  sources: [
    'Directive 2002/58/EC as amended by 2009/136/EC, Art. 5(3)',
    'Regulation (EU) 2016/679, Art. 4(11), 5, 6, 7, 13, 25, 32',
    'EDPB Guidelines 2/2023 on the technical scope of Art. 5(3), v2.0, 7 October 2024 (read in summaries)',
    'EDPB Cookie Banner Taskforce report, 17 January 2023 (read in summaries; a common denominator, not binding)',
    'Art. 29 Working Party Opinion 04/2012 (WP 194), 7 June 2012 (its beginning read; that ad affiliation and financial logging need consent, in a note of ESOMAR)',
    'Not applied: the Digital Omnibus, COM(2025) 837, would move these rules into the GDPR; a proposal without a position of Parliament as of June 2026 (read in notes)',
  ],
}
