import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provideBrowser } from '../../../scanner/browser/provide.ts'
import type { StateTruth, StepTruth } from '../../../scanner/lab/model.ts'
import { browserFlags } from '../../../scanner/lab/plan.ts'
import { startLab, type Lab } from '../../../scanner/lab/server.ts'
import { shop } from '../../../scanner/lab/sites/shop.ts'
import { truth } from '../../../scanner/lab/truth.ts'
import { cookieLine, tour, unique, type SeenStep } from './tour.ts'

let lab: Lab
let browser: Browser
let profile: string
let seen: Record<StateTruth['state'], readonly SeenStep[]>

beforeAll(async () => {
  lab = await startLab()
  profile = await mkdtemp(join(tmpdir(), 'tagtrail-lab-'))
  await mkdir(join(profile, 'Default'))
  // The one setting that lets third-party cookies in everywhere; some packagers block them by default.
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }))
  const choice = await provideBrowser()
  browser = await puppeteer.launch({
    executablePath: choice.path,
    env: { ...process.env, ...choice.env },
    userDataDir: profile,
    pipe: true,
    args: [
      ...browserFlags(lab),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  const [noChoice, rejected, accepted] = await Promise.all([
    tour(browser, lab, shop, 'no-choice'),
    tour(browser, lab, shop, 'rejected'),
    tour(browser, lab, shop, 'accepted'),
  ])
  seen = { 'no-choice': noChoice, rejected, accepted }
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await lab?.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

for (const { state, steps } of truth(shop).states) {
  for (const [index, step] of steps.entries()) {
    test(`Chromium sees on ${step.stepId} with ${state} exactly what the model says`, () => {
      expect(seen[state][index]).toEqual(expected(step))
    })
  }
}

function expected(step: StepTruth): SeenStep {
  const item = ({ area, origin, key }: StepTruth['storage'][number]): string => `${area} ${origin} ${key}`
  return {
    stepId: step.stepId,
    banner: step.banner,
    requests: unique(
      step.requests.filter(({ phase }) => phase === 'load').map((r) => `${r.method} ${r.url} ${r.resourceType}`),
    ),
    hits: unique(step.requests.map(({ phase, method, url }) => `${phase} ${method} ${url}`)),
    cookies: unique(step.cookies.map((cookie) => cookieLine(cookie, 0))),
    cookiesWritten: unique(step.cookiesWritten.map(({ name, setBy, by }) => `${name} ${setBy} ${by}`)),
    storage: unique(step.storage.map(item)),
    storageWritten: unique(step.storageWritten.map(item)),
  }
}
