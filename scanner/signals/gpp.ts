import { sectionIdsIn } from './iab/gpp-header.ts'
import { decodeSection, type GppSection } from './iab/gpp-sections.ts'
import { read, unreadable, type Reading, type Signal } from './signal.ts'

export interface GppReading extends Reading {
  readonly sections: readonly GppSection[]
  /** True as soon as one section says that Global Privacy Control was on. */
  readonly gpc: boolean | null
}

/** IAB Global Privacy Platform: a header that lists sections, one per legal order, joined by `~`. */
export const gpp: Signal<GppReading> = {
  standard: 'gpp',
  title: 'IAB GPP string',
  speaker: 'standard',
  places: [
    {
      in: 'page',
      expression: `new Promise((resolve) => {
        if (typeof window.__gpp !== 'function') return resolve(null)
        const answered = window.__gpp('ping', (data) => resolve(data?.gppString ? String(data.gppString) : null))
        if (answered?.gppString) resolve(String(answered.gppString))
        setTimeout(resolve, 300, null)
      })`,
    },
    { in: 'cookie', name: /^(__gpp|gpp|OTGPPConsent)$/ },
    { in: 'query', parameter: 'gpp', host: /./ },
  ],
  decode(raw) {
    const [header = '', ...texts] = raw.split('~')
    const ids = sectionIdsIn(header)
    if (ids === null) return unreadable('no header of version 1')
    if (ids.length !== texts.length) return unreadable(`${texts.length} sections, but the header lists ${ids.length}`)
    const decoded = ids.map((id, index) => decodeSection(id, texts[index] ?? ''))
    const broken = decoded.find((section) => !section.ok)
    if (broken && !broken.ok) return broken
    const sections = decoded.flatMap((section) => (section.ok ? [section.value] : []))
    const named = (which: 'granted' | 'denied'): readonly string[] =>
      sections.flatMap((section) => section[which].map((what) => `${section.name} ${what}`))
    const reading = read(named('granted'), named('denied'))
    const told = sections.flatMap(({ gpc }) => (gpc === null ? [] : [gpc]))
    if (!reading.ok) return reading
    return { ok: true, value: { ...reading.value, sections, gpc: told.length === 0 ? null : told.includes(true) } }
  },
}
