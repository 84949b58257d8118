import type { ConsentState } from '../../scanner/model.ts'

/** What the recorder is known to get wrong on the wire site, in each of these states: none may be added unseen. */
export interface KnownGap {
  readonly because: string
  /** The policy on third-party cookies under which it is met. */
  readonly under: readonly ('allow' | 'block')[]
  readonly states: readonly ConsentState[]
  readonly missing: readonly string[]
  readonly invented: readonly string[]
  /** Gaps the scan leaves for no reason. */
  readonly gaps: readonly string[]
}

const EVERY: readonly ConsentState[] = ['no-choice', 'rejected', 'accepted']

export const KNOWN_GAPS: readonly KnownGap[] = [
  {
    because: 'cookieStore.set and .delete called with a record: only primitive arguments of a call are told',
    under: ['allow', 'block'],
    states: EVERY,
    missing: [
      'workers: service_cookie wire.lab.example set by wire.lab.example',
      'cookies: store_record wire.lab.example set by wire.lab.example',
      'cookies: wrote store_over wire.lab.example/ 2 days Secure SameSite=Strict by script',
      'cookies: store_over wire.lab.example set by wire.lab.example',
      'cookies: store_over wire.lab.example set by wire.lab.example',
      'cookies: wrote store_doomed_by_record wire.lab.example/ session Secure SameSite=Strict by script',
      'cookies: store_doomed_by_record wire.lab.example set by wire.lab.example',
      'cookies: deleted store_doomed_by_record wire.lab.example/ by script',
      'cookies: store_doomed_by_record wire.lab.example deleted by wire.lab.example',
    ],
    invented: [
      'workers: service_cookie wire.lab.example set by nobody known',
      'cookies: store_record wire.lab.example set by nobody known',
      'cookies: store_over wire.lab.example set by nobody known',
      'cookies: refused store_doomed_by_record wire.lab.example/ by script',
      'cookies: store_doomed_by_record wire.lab.example refused by wire.lab.example',
    ],
    gaps: [],
  },
  {
    because: 'readers are counted at 1, 2, 4 ... 64 calls, so three are told as two',
    under: ['allow', 'block'],
    states: EVERY,
    missing: [
      'device: read Screen.width 3 times in https://wire.lab.example by reader.wire-broker.example',
      'device: read Navigator.plugins 3 times in https://wire.lab.example by reader.wire-broker.example',
    ],
    invented: [
      'device: read Screen.width 2 times in https://wire.lab.example by reader.wire-broker.example',
      'device: read Navigator.plugins 2 times in https://wire.lab.example by reader.wire-broker.example',
    ],
    gaps: [],
  },
  {
    because: 'the browser process, the only one to tell of a fetch on leaving, calls every fetch an XHR',
    under: ['allow', 'block'],
    states: EVERY,
    missing: [],
    invented: ['transports: request POST https://collect.wire-partner.example/on-leave xhr on leave'],
    gaps: [],
  },
  {
    because: 'the browser process strips Set-Cookie: what answers a last beacon is told by the jar, a step late',
    under: ['allow'],
    states: EVERY,
    missing: [
      'transports: wrote left_behind collect.wire-partner.example/ 30 days Secure SameSite=None by http',
      'transports: left_behind collect.wire-partner.example set by collect.wire-partner.example',
    ],
    invented: [
      'frames: wrote left_behind collect.wire-partner.example/ 30 days Secure SameSite=None by script',
      'frames: left_behind collect.wire-partner.example set by nobody known',
    ],
    gaps: [],
  },
  {
    because: 'the same, from the visit on which the choice was made',
    under: ['allow'],
    states: ['rejected', 'accepted'],
    missing: [],
    invented: [
      'transports: wrote left_behind collect.wire-partner.example/ 30 days Secure SameSite=None by script',
      'transports: left_behind collect.wire-partner.example set by nobody known',
    ],
    gaps: [],
  },
  {
    because: 'the same: a refusal on leaving is seen by nobody',
    under: ['block'],
    states: EVERY,
    missing: [
      'transports: refused left_behind collect.wire-partner.example/ by http, UserPreferences',
      'transports: left_behind collect.wire-partner.example refused by collect.wire-partner.example',
    ],
    invented: [],
    gaps: [],
  },
  {
    because: 'a shared worker that ends with its last page is taken for a crash',
    under: ['allow', 'block'],
    states: EVERY,
    missing: [],
    invented: [],
    gaps: ['target-lost: shared_worker https://wire.lab.example/workers/shared.js crashed'],
  },
]
