import { actScript } from './act-runtime.ts'
import { consentScript } from './consent-runtime.ts'
import type { LabSite, LabStep, LoadAct } from './model.ts'
import { layout } from './pages/layout.ts'
import { style } from './pages/style.ts'
import { forClient, pageActs } from './site-acts.ts'

/** The page of one step as something a visitor loads: its markup, what the markup brings, and what it then does. */
export function pageOf(site: LabSite, step: LabStep): LoadAct {
  const parts = [
    file(site, 'stylesheet', '/assets/style.css', 'text/css', style),
    file(site, 'script', '/assets/consent.js', 'text/javascript', consentScript(site)),
    ...(step.picture === null
      ? []
      : [file(site, 'image', `/assets/${step.picture.name}.svg`, 'image/svg+xml', step.picture.svg)]),
  ]
  const acts = pageActs(site, step)
  const inline = actScript([{ site: site.host, acts: forClient(acts) }])
  return {
    do: 'load',
    via: 'document',
    url: `https://${site.host}${step.path}`,
    query: {},
    body: null,
    answer: { kind: 'page', html: layout(site, step, inline), parts, acts, cookies: step.cookies, policy: step.policy },
  }
}

function file(site: LabSite, via: LoadAct['via'], path: string, type: string, text: string): LoadAct {
  const answer = { kind: 'file', type, text, cookies: [] } as const
  return { do: 'load', via, url: `https://${site.host}${path}`, query: {}, body: null, answer }
}
