import type { Act } from '../model.ts'
import { after, cookie, headerCookie, store } from '../vendors/vendor.ts'
import { ask, behind, framed, hear, nothing } from './making.ts'

const INSECURE = 'http://popup.wire-plain.example'

/** Frames of the same and of other sites, a frame without an address, and a popup on the click to the next page. */
export const framesPage: readonly Act[] = [
  ask('frame', 'https://part.lab.example/frame', {
    answer: framed([
      ask('brief-fetch', 'https://part.lab.example/api/same-site'),
      cookie('part_by_script', 10, { sameSite: 'Lax', secure: true }),
      store('local', 'part_local'),
    ]),
  }),
  ask('frame', 'https://embed.wire-partner.example/frame', {
    answer: framed(
      [
        ask('brief-fetch', 'https://embed.wire-partner.example/api/cross-site', {
          answer: nothing(headerCookie('embed_by_fetch', 7)),
        }),
        ask('json-fetch', 'https://collect.wire-partner.example/json', { body: '{"from":"frame"}' }),
        cookie('embed_by_script', 10, { sameSite: 'None', secure: true }),
        store('session', 'embed_session'),
        ask('frame', 'https://nested.wire-broker.example/frame', {
          answer: framed([store('local', 'nested_local'), ask('beacon', 'https://nested.wire-broker.example/beacon')]),
        }),
        hear('pagehide', ask('beacon', 'https://collect.wire-partner.example/frame-left', { body: 'frame' })),
      ],
      headerCookie('embed_frame', 5),
    ),
  }),
  {
    do: 'inline',
    as: 'srcdoc',
    acts: [ask('brief-fetch', 'https://wire.lab.example/api/srcdoc'), store('local', 'srcdoc_local')],
  },
  behind('gated', '/frames', ask('frame', 'https://gated.wire-broker.example/frame', { answer: framed([]) })),
  hear(
    'click',
    ask('popup', `${INSECURE}/window`, {
      answer: framed(
        [
          ask('brief-fetch', `${INSECURE}/api/popup`),
          cookie('popup_by_script', 3),
          cookie('popup_secure_by_script', 3, { secure: true }),
          after(400, { do: 'close' }),
        ],
        headerCookie('popup_secure', 3),
        headerCookie('popup_plain', 3, { secure: false, sameSite: 'Lax' }),
      ),
    }),
  ),
]
