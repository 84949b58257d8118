import type { Act } from '../model.ts'
import { after, store } from '../vendors/vendor.ts'
import { ask, behind, framed } from './making.ts'

/** Every storage a page has, in the page and in a frame of another site. */
export const storagePage: readonly Act[] = [
  store('local', 'by_call'),
  store('local', 'by_call'),
  store('session', 'by_call'),
  { do: 'property', area: 'local', key: 'by_property', value: '{uuid}' },
  { do: 'property', area: 'session', key: 'by_property', value: '{uuid}' },
  store('local', 'doomed'),
  after(60, { do: 'forget', area: 'local', key: 'doomed' }),
  { do: 'database', name: 'page_db', stores: { events: 3, empty: 0 } },
  { do: 'cache', name: 'page_cache', paths: ['/one', '/two', '/three'] },
  ask('frame', 'https://storage.wire-partner.example/frame', {
    answer: framed([
      store('local', 'frame_local'),
      { do: 'property', area: 'session', key: 'frame_session', value: '{uuid}' },
      store('session', 'frame_cleared'),
      after(60, { do: 'forget', area: 'session', key: null }),
      { do: 'database', name: 'frame_db', stores: { ids: 1 } },
      { do: 'cache', name: 'frame_cache', paths: ['/kept'] },
    ]),
  }),
  behind('gated', '/storage', store('local', 'gated_local'), { do: 'database', name: 'gated_db', stores: { ids: 4 } }),
  behind('leaky', '/storage', { do: 'property', area: 'local', key: 'leaky_local', value: '{hex}' }),
]
