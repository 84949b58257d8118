import type { Difference, DifferentSetting, Side } from '../../scanner/model.ts'
import { when } from '../../scanner/words.ts'

/** In what two scans were made otherwise, in a sentence. */
export function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'unproven': {
      const { side, state, because } = difference
      return `The ${SCANS[side]} scan says nothing of what happens ${when(state)} (${because}).`
    }
    case 'some-runs':
      return `The ${SCANS[difference.side]} scan proved what happens ${when(difference.state)} ${difference.because}.`
    case 'not-ended':
      return `The ${SCANS[difference.side]} scan did not come to its end.`
    case 'wrong-order':
      return 'The later scan began before the earlier one: new and gone are told the wrong way round.'
    case 'judged-otherwise':
      return 'The two were not judged alike: what changed may be the judgement, and not the site. Judged anew, both are judged by the same rules.'
    default: {
      const { kind, before, after } = difference
      const { what, isVisitors = false } = SETTINGS[kind]
      const otherwise = isVisitors ? ' The site may have answered otherwise for that.' : ''
      return `${what}: ${before || 'none'} before, ${after || 'none'} now.${otherwise}`
    }
  }
}

export const SCANS: Readonly<Record<Side, string>> = { before: 'earlier', after: 'later' }

const visitors = (what: string) => ({ what: `${what} of the visitor differs`, isVisitors: true })

const SETTINGS: Readonly<Record<DifferentSetting, { readonly what: string; readonly isVisitors?: boolean }>> = {
  site: { what: 'The site differs' },
  steps: { what: 'The steps differ' },
  states: { what: 'The consent states differ' },
  runs: { what: 'The runs of each state differ' },
  jurisdictions: { what: 'The jurisdictions differ' },
  rules: { what: 'The rules differ' },
  knowledge: { what: 'What was known of vendors differs' },
  'own-knowledge': { what: 'Your own knowledge differs' },
  browser: { what: 'The browser differs' },
  tool: { what: 'Tagtrail differs' },
  language: visitors('The language'),
  'time-zone': visitors('The time zone'),
  window: visitors('The window'),
  'third-party-cookies': visitors('The treatment of third-party cookies'),
  scrolling: visitors('The scrolling'),
  forms: visitors('The sending of forms'),
  proxy: visitors('The proxy'),
  address: visitors('The address'),
  'host-map': visitors('The map of hosts'),
  clock: visitors('The clock'),
  gate: visitors('The gate'),
}
