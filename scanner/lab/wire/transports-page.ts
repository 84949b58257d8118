import type { Act } from '../model.ts'
import { after, cookie, headerCookie, leave, store } from '../vendors/vendor.ts'
import { ask, behind, endless, hear, hop, nothing, socket } from './making.ts'

const SITE = 'https://wire.lab.example'
const PARTNER = 'https://collect.wire-partner.example'

/** Everything a page can send, while it stays and when it is left. */
export const transportsPage: readonly Act[] = [
  ask('brief-fetch', `${SITE}/api/brief`),
  ask('brief-fetch', `${SITE}/api/form`, { body: 'a=1&b=2' }),
  ask('fetch', `${PARTNER}/keepalive`, { body: '{"kept":"alive"}' }),
  ask('gzip-fetch', `${PARTNER}/zipped`, { body: '{"events":["view","scroll","view","scroll"]}' }),
  ask('beacon', `${PARTNER}/beacon`, { body: 'plain' }),
  ask('binary-beacon', `${PARTNER}/binary-beacon`),
  ask('preload', `${SITE}/assets/ahead.gif`, { answer: { kind: 'pixel', cookies: [] } }),
  ask('icon', `${SITE}/assets/icon.gif`, { answer: { kind: 'pixel', cookies: [] } }),
  ask('event-stream', `${PARTNER}/events`, { answer: endless('text/event-stream', 'data: one\n\ndata: two\n\n') }),
  ask('brief-fetch', `${PARTNER}/unread`, { answer: endless('application/octet-stream', 'the rest never comes') }),
  ask('brief-fetch', `${PARTNER}/closed`, {
    answer: { kind: 'closed', cookies: [headerCookie('closed_but_set', 30)] },
  }),
  ask('brief-fetch', 'http://insecure.wire-partner.example/mixed', {
    answer: { kind: 'unasked', because: 'mixed-content', report: null, cookies: [] },
  }),
  ask('image', 'http://pictures.wire-partner.example/upgraded.gif', { answer: { kind: 'pixel', cookies: [] } }),
  ask('image', `${PARTNER}/hop`, {
    answer: hop(
      ask('image', 'https://sync.wire-exchange.example/hop', {
        answer: hop(
          ask('image', 'https://end.wire-broker.example/hop', {
            answer: { kind: 'pixel', cookies: [headerCookie('hop_end', 390)] },
          }),
          headerCookie('hop_middle', 30),
          headerCookie('hop_partition', 30, { partitioned: true }),
        ),
      }),
      headerCookie('hop_start', 1),
    ),
  }),
  socket('wss://live.wire-partner.example/open', ['hello', 'again']),
  socket('wss://live.wire-partner.example/closing', ['farewell'], { closes: true, isBinary: true }),
  socket('wss://live.wire-partner.example/refused', [], { isRefused: true }),
  { do: 'transport', url: 'https://live.wire-partner.example:4433/transport' },
  after(800, ask('brief-fetch', `${SITE}/api/late`)),
  behind('gated', '/', ask('brief-fetch', `${PARTNER}/gated`, { answer: nothing(headerCookie('gated_id', 365)) })),
  behind('leaky', '/', ask('fetch', `${PARTNER}/leaky`, { answer: nothing(headerCookie('leaky_id', 365)) })),
  behind('defiant', '/', ask('beacon', `${PARTNER}/defiant`, { body: 'still here' })),
  hear('visibilitychange', ask('beacon', `${PARTNER}/on-hidden`, { body: 'hidden' })),
  hear(
    'pagehide',
    ask('beacon', `${PARTNER}/on-pagehide`, { body: 'pagehide', answer: nothing(headerCookie('left_behind', 30)) }),
  ),
  hear(
    'pagehide',
    cookie('left_by_script', 30, { secure: true, sameSite: 'Lax' }),
    cookie('left_elsewhere', 30, { secure: true, sameSite: 'Lax', domain: '.wire-partner.example' }),
    store('local', 'left_local'),
    ask('beacon', `${PARTNER}/refused-on-leaving`, {
      body: 'refused',
      answer: nothing(headerCookie('left_lax', 30, { sameSite: 'Lax' })),
    }),
  ),
  hear('unload', ask('beacon', `${PARTNER}/on-unload`, { body: 'unload' })),
  leave(ask('fetch', `${PARTNER}/on-leave`, { body: 'leaving' })),
]
