import type { Evidence, Observation } from '../../scanner/model.ts'
import { cookie, cookieWrite, request, storageWrite } from './observations.ts'
import { scene, STEPS } from './scene.ts'

const STATES = ['no-choice', 'rejected', 'accepted'] as const
const HOSTS = [
  'https://www.google-analytics.com/g/collect?v=2&tid=G-AB12CD34&gcs=G111',
  'https://www.facebook.com/tr/?id=1&ev=PageView',
  'https://www.clarity.ms/collect',
  'https://bat.bing.com/action/0?ti=1&asc=G',
  'https://shop.lab.example/assets/app.js',
  'https://cdn.unknown.example/lib.js',
]
const COOKIES = ['_ga', '_fbp', '_clck', '_uetvid', 'PHPSESSID', 'theme']

/** As much as a busy shop leaves: observations of all kinds over three states and three pages, the same each time. */
export function largeEvidence(amount: number): Evidence {
  const all: Observation[] = []
  for (let at = 0; all.length < amount; at += 1) {
    const state = STATES[at % 3] ?? 'no-choice'
    const stepId = STEPS[Math.floor(at / 3) % 3]?.id ?? 'optin'
    const stamp = { state, journey: state, stepId, at } as const
    const id = `o${String(at).padStart(7, '0')}`
    const url = `${HOSTS[at % HOSTS.length]}${at % 2 === 0 ? '' : `#${at}`}`
    const name = COOKIES[at % COOKIES.length] ?? '_ga'
    const stack = [{ function: 'f', url: HOSTS[(at + 1) % HOSTS.length] ?? '', line: 1, column: 1 }]
    const kinds: readonly Observation[] = [
      request({
        ...stamp,
        id: `${id}r`,
        requestId: `${at}.1`,
        url,
        initiator: { type: 'script', url: null, line: 1, stack },
      }),
      cookieWrite({ ...stamp, id: `${id}w`, name, stack }),
      cookie({ ...stamp, id: `${id}c`, name }),
      storageWrite({ ...stamp, id: `${id}s`, key: `${name}_${at % 50}`, stack }),
    ]
    all.push(...kinds)
  }
  const { evidence } = scene({ plan: { states: STATES }, seen: all.slice(0, amount) })
  return evidence
}

/** The same evidence, read again: nothing of it is the same object. */
export function readAgain(evidence: Evidence): Evidence {
  return JSON.parse(JSON.stringify(evidence)) as Evidence
}
