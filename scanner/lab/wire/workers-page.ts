import type { Act } from '../model.ts'
import { headerCookie } from '../vendors/vendor.ts'
import { ask, behind, nothing, reads, scripted, socket, storeCookie } from './making.ts'

const SITE = 'https://wire.lab.example'
const PARTNER = 'https://collect.wire-partner.example'

/** Workers of every kind; each asks, and some store. */
export const workersPage: readonly Act[] = [
  ask('worker', `${SITE}/workers/dedicated.js`, {
    answer: scripted([
      ask('brief-fetch', `${PARTNER}/from-dedicated`, { answer: nothing(headerCookie('dedicated_id', 20)) }),
      socket('wss://live.wire-partner.example/from-worker', ['worker']),
      { do: 'transport', url: 'https://live.wire-partner.example/transport-of-worker' },
      ...reads(2, 'WorkerNavigator.hardwareConcurrency'),
      { do: 'database', name: 'worker_db', stores: { items: 2 } },
    ]),
  }),
  ask('shared-worker', `${SITE}/workers/shared.js`, {
    answer: scripted([ask('brief-fetch', `${PARTNER}/from-shared`), ask('brief-fetch', `${SITE}/api/from-shared`)]),
  }),
  ask('service-worker', `${SITE}/workers/service.js`, {
    answer: scripted([
      ask('brief-fetch', `${PARTNER}/from-service`, { body: 'installed' }),
      storeCookie('record', 'service_cookie', 12),
      { do: 'cache', name: 'service_cache', paths: ['/offline', '/offline.css'] },
    ]),
  }),
  {
    do: 'inline',
    as: 'blob-worker',
    acts: [ask('brief-fetch', `${PARTNER}/from-blob`)],
  },
  behind(
    'defiant',
    '/workers',
    ask('worker', `${SITE}/workers/defiant.js`, {
      answer: scripted([ask('brief-fetch', `${PARTNER}/from-defiant-worker`)]),
    }),
  ),
]
