import { read, unreadable, type Signal } from './signal.ts'

/** Microsoft UET on a request: `asc=G` granted, `asc=D` denied. Absent means that no consent mode is wired. */
export const uetAsc: Signal = {
  standard: 'uet-asc',
  title: 'Microsoft UET consent (asc)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'asc', host: /(^|\.)bat\.bing\.(com|net)$/ }],
  decode(raw) {
    if (raw === 'G') return read(['ad_storage'], [])
    return raw === 'D' ? read([], ['ad_storage']) : unreadable('neither G nor D')
  },
}
