import type { CookieSpec, Gate, LabSite } from '../model.ts'
import { harbour, tools } from '../pages/pictures.ts'
import { sketchSchool } from '../pages/sketch-school.ts'

const session = ownCookie('shop_session', { httpOnly: true, write: 'absent' })
const csrf = ownCookie('shop_csrf', { sameSite: 'Strict' })

/** The demo funnel: some tags wait for consent as they should, some leak before the choice, some ignore a refusal. */
export const shop: LabSite = {
  id: 'shop',
  name: 'Fernhill Sketch School',
  host: 'shop.lab.example',
  cookieDomain: '.lab.example',
  consent: { cookie: 'lab_consent', days: 180 },
  steps: [
    {
      id: 'optin',
      label: 'Opt-in',
      role: 'opt-in',
      goal: 'opt-in',
      path: '/',
      reach: 'url',
      onward: 'Continue without signing up',
      title: 'Sketch your city in one evening',
      body: sketchSchool.optIn,
      picture: harbour,
      cookies: [session, csrf],
      acts: [],
      policy: null,
    },
    {
      id: 'thank-you',
      label: 'Thank you',
      role: 'thank-you',
      goal: 'page-visit',
      path: '/thank-you',
      reach: 'click',
      onward: 'Continue to the offer',
      title: 'Your seat is saved',
      body: sketchSchool.thankYou,
      picture: tools,
      cookies: [session],
      acts: [],
      policy: null,
    },
    {
      id: 'sales',
      label: 'Offer',
      role: 'sales',
      goal: null,
      path: '/sales',
      reach: 'click',
      onward: 'Continue to checkout',
      title: 'The urban sketching course',
      body: sketchSchool.sales,
      picture: harbour,
      cookies: [session],
      acts: [],
      policy: null,
    },
    {
      id: 'checkout',
      label: 'Checkout',
      role: 'checkout',
      goal: null,
      path: '/checkout',
      reach: 'url',
      onward: 'Continue to the last step',
      title: 'Checkout',
      body: sketchSchool.checkout,
      picture: null,
      cookies: [session, csrf],
      acts: [{ do: 'store', area: 'session', key: 'shop_cart', value: '["urban-sketching"]', write: 'always' }],
      policy: null,
    },
    {
      id: 'upsell',
      label: 'Travel kit',
      role: 'upsell',
      goal: 'purchase',
      path: '/upsell',
      reach: 'url',
      onward: null,
      title: 'Add the travel kit?',
      body: sketchSchool.upsell,
      picture: tools,
      cookies: [session],
      acts: [],
      policy: null,
    },
  ],
  tags: [
    { vendor: 'gtm', account: 'GTM-LAB5HOP', gates: everywhere('leaky'), inside: null },
    { vendor: 'ga4', account: 'G-LAB5H0P1', gates: everywhere('gated'), inside: 'gtm' },
    { vendor: 'google-ads', account: 'AW-11223344556', gates: everywhere('gated'), inside: 'gtm' },
    { vendor: 'meta', account: '128467390025114', gates: everywhere('gated'), inside: 'gtm' },
    { vendor: 'clarity', account: 'lab7k2m9qx', gates: everywhere('leaky'), inside: null },
    { vendor: 'kartra', account: 'Lb7Kq2Rx', gates: { ...everywhere('gated'), optin: 'leaky' }, inside: null },
    { vendor: 'linkedin', account: '4417290', gates: everywhere('defiant'), inside: null },
    { vendor: 'hotjar', account: '3318842', gates: { optin: 'gated', sales: 'defiant' }, inside: null },
    {
      vendor: 'microsoft-uet',
      account: '97034812',
      gates: { ...everywhere('gated'), checkout: 'defiant' },
      inside: null,
    },
    {
      vendor: 'tiktok',
      account: 'C9LAB7Q2M4KX',
      gates: { optin: 'gated', sales: 'gated', upsell: 'gated' },
      inside: null,
    },
    {
      vendor: 'recaptcha',
      account: '6LdLab0AAAAAJ2m9qx7kVw',
      gates: { optin: 'gated', checkout: 'gated' },
      inside: null,
    },
    {
      vendor: 'dynamics-365',
      account: '8d2f5b1e-4c3a-ee11-be6e-000d3a2b8f10',
      gates: { optin: 'gated', 'thank-you': 'gated' },
      inside: null,
    },
  ],
}

function everywhere(gate: Gate): Record<string, Gate> {
  return { optin: gate, 'thank-you': gate, sales: gate, checkout: gate, upsell: gate }
}

/** Without these the shop cannot take an order; they end with the browser session. */
function ownCookie(name: string, attributes: Partial<CookieSpec>): CookieSpec {
  return {
    name,
    value: '{id}',
    domain: null,
    path: '/',
    days: null,
    httpOnly: false,
    secure: true,
    sameSite: 'Lax',
    partitioned: false,
    write: 'always',
    ...attributes,
  }
}
