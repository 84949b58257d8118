import type { Act } from '../model.ts'
import { cookie, headerCookie, store } from '../vendors/vendor.ts'
import { ask, behind, framed, hear, nothing, reads, scripted } from './making.ts'

const READER = 'https://reader.wire-broker.example'
const PARTNER = 'https://collect.wire-partner.example'

const secure = { secure: true, sameSite: 'Lax' } as const

/** Reads what tells devices apart, from a script of another host and from a frame; the last page says and stores more. */
export const devicePage: readonly Act[] = [
  ask('script', `${READER}/print.js`, {
    answer: scripted([
      ...reads(1, 'HTMLCanvasElement.toDataURL', 'CanvasRenderingContext2D.getImageData', 'RTCPeerConnection'),
      ...reads(2, 'CanvasRenderingContext2D.measureText', 'FontFaceSet.check', 'OfflineAudioContext'),
      ...reads(3, 'Screen.width', 'Navigator.plugins'),
      ...reads(1, 'WebGLRenderingContext.getParameter', 'Screen.colorDepth'),
    ]),
  }),
  ask('frame', `${READER}/frame`, {
    answer: framed(reads(1, 'Screen.width', 'Navigator.hardwareConcurrency')),
  }),
  hear(
    'visibilitychange',
    cookie('hidden_by_script', 30, secure),
    ask('fetch', `${PARTNER}/last-hidden`, { body: 'hidden' }),
  ),
  hear(
    'pagehide',
    cookie('left_by_script', 30, secure),
    cookie('left_elsewhere', 30, { ...secure, domain: '.wire-partner.example' }),
    store('local', 'left_local'),
    ask('beacon', `${PARTNER}/last-words`, {
      body: 'last',
      answer: nothing(headerCookie('last_taken', 30), headerCookie('last_lax', 30, { sameSite: 'Lax' })),
    }),
  ),
  behind('gated', '/device', ask('script', `${READER}/more.js`, { answer: scripted(reads(4, 'Navigator.languages')) })),
]
