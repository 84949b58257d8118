import type { LabSite, LabStep } from '../model.ts'
import { cookiesPage } from '../wire/cookies-page.ts'
import { devicePage } from '../wire/device-page.ts'
import { framesPage } from '../wire/frames-page.ts'
import { policyPage, WIRE_POLICY } from '../wire/policy-page.ts'
import { storagePage } from '../wire/storage-page.ts'
import { transportsPage } from '../wire/transports-page.ts'
import { workersPage } from '../wire/workers-page.ts'

/** Every transport and every storage a page has, some before the choice, some against it: the recorder's measure. */
export const wire: LabSite = {
  id: 'wire',
  name: 'Every transport and storage',
  host: 'wire.lab.example',
  cookieDomain: '.lab.example',
  consent: { cookie: 'wire_consent', days: 90 },
  steps: [
    page('transports', '/', { acts: transportsPage }),
    page('frames', '/frames', { acts: framesPage, onward: 'Continue to the popup' }),
    page('popup', '/popup', { reach: 'click' }),
    page('workers', '/workers', { acts: workersPage }),
    page('cookies', '/cookies', { acts: cookiesPage.acts, cookies: cookiesPage.cookies }),
    page('storage', '/storage', { acts: storagePage, onward: 'Continue to the policy' }),
    page('policy', '/policy', { acts: policyPage, policy: WIRE_POLICY, reach: 'click' }),
    page('device', '/device', { acts: devicePage }),
  ],
  tags: [],
}

function page(id: string, path: string, more: Partial<LabStep>): LabStep {
  return {
    id,
    label: id,
    role: 'page',
    goal: null,
    path,
    reach: 'url',
    onward: null,
    title: `What a page can do: ${id}`,
    body: `<h1>${id}</h1>`,
    picture: null,
    cookies: [],
    acts: [],
    policy: null,
    ...more,
  }
}
