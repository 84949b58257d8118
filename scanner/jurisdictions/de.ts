import type { Jurisdiction } from './jurisdiction.ts'

const NO_SIGNAL = 'No law of Germany gives force to Global Privacy Control, or asks for a link to opt out of a sale.'

const TDDDG = '§ 25 TDDDG'

/** Germany: the strictest reading in the Union, tag managers included. */
export const de: Jurisdiction = {
  id: 'de',
  title: 'Germany',
  reviewed: '2026-11-21',
  severity: { F03: 'medium' },
  law: {
    F01: [`${TDDDG} (1)`, 'GDPR Art. 6(1)(a)'],
    F02: [`${TDDDG} (1)`, 'GDPR Art. 6(1)(a)', 'EDPB Guidelines 2/2023'],
    F03: [`${TDDDG} (1)`, 'VG Hannover, 10 A 5385/22, 19 March 2025'],
    F04: [`${TDDDG} (1): any storage on the device, not only cookies`, 'GDPR Art. 6(1)(a)'],
    F05: [`${TDDDG} (1)`, 'EDPB Guidelines 2/2023 (URL and pixel tracking)'],
    F06: [`${TDDDG} (1)`, 'GDPR Art. 4(11), 7'],
    F08: [`${TDDDG} (1)`, 'GDPR Art. 4(11), 7'],
    F09: [`${TDDDG} (1)`, 'GDPR Art. 4(11), 7(1)'],
    F37: [`${TDDDG} (2) no. 2`, 'Art. 29 Working Party Opinion 04/2012 (WP 194)'],
  },
  strict: ['F03', 'F36', 'F37'],
  open: {},
  notAsked: { F24: NO_SIGNAL, F25: NO_SIGNAL },
  limits: { choiceDays: 731, trackerDays: 397 },
  notes: {
    F03: 'The administrative court of Hannover held that Google Tag Manager itself needs prior consent (10 A 5385/22, 19 March 2025); consent platforms still ship it as necessary. The judgment was not final when last read of: leave to appeal was sought, and at the hearing the authority called some configurations free of consent.',
    F05: 'No German authority has cleared pings of denied Consent Mode.',
  },
  sources: [
    'TDDDG § 25 (read in the wording of the TTDSG, whose name changed on 14 May 2024)',
    'VG Hannover, 19 March 2025, 10 A 5385/22 (read in notes of law firms; leave to appeal sought at the OVG of Lower Saxony, outcome not known)',
    'EDPB Guidelines 2/2023 on the technical scope of Art. 5(3), v2.0, 7 October 2024 (read in summaries)',
  ],
}
