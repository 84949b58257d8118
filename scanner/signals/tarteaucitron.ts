import { pairs, readCategories, unreadable, type Signal } from './signal.ts'

/** tarteaucitron keeps `!gtag=false!youtube=true`; "wait" is no answer yet. */
export const tarteaucitron: Signal = {
  standard: 'tarteaucitron',
  title: 'tarteaucitron',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^tarteaucitron$/ }],
  decode(raw) {
    const services = pairs(raw, /!/, '=').filter(([, is]) => /^(true|false|wait)$/.test(is))
    if (services.length === 0) return unreadable('no services')
    const answered = services.filter(([, is]) => is !== 'wait')
    return readCategories(answered.map(([name, is]) => [name, is === 'true']))
  },
}
