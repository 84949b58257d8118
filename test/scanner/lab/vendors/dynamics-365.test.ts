import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('Dynamics 365 loads its form and stores a tracking context for a year', () => {
  expect(alone('dynamics-365', '8d2f5b1e')).toEqual({
    requests: [
      'GET cxppusa1formui01cdnsa01-endpoint.azureedge.net/eur/FormLoader/FormLoader.bundle.js script',
      'GET public-eur.mkt.dynamics.com/api/v1.0/orgs/8d2f5b1e/landingpageforms/forms/5f1c7a62-0c1e-ee11-9966-000d3a2b8f10 fetch',
    ],
    onLeave: [],
    cookies: ['msdynci_trackingContext .tiny.example 365 d script'],
    storage: [],
  })
})
