import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConsentState, Evidence, Observation } from '../../scanner/model.ts'
import { createBundle } from '../../scanner/store/bundle.ts'
import { sealBundle } from '../../scanner/store/manifest.ts'
import { readBundle } from '../../scanner/store/read-bundle.ts'

/**
 * A scan of the demo funnel as it may have been months before: one vendor waited for the choice then, one was there that
 * is gone, cookies lived otherwise, and one page was not reached after the refusal. Made from a scan of now, in seconds.
 */
export async function earlierScan(dir: string, into: string): Promise<string> {
  const folder = join(into, 'earlier')
  const { plan, environment, observations, gaps, files } = await readBundle(dir)
  const bundle = await createBundle(folder)
  await bundle.writePlan({ ...plan, locale: 'de-DE' })
  await bundle.writeEnvironment({ ...environment, startedAt: '2026-03-03T09:12:00.000Z' })
  for (const { path } of files)
    if (/^(bodies|screenshots)\//.test(path)) bundle.keep(path, await readFile(join(dir, path)))
  for (const seen of observations.filter(wasThere).flatMap(asItWas))
    bundle.append('observations.ndjson', JSON.stringify(seen))
  for (const gap of gaps) bundle.append('gaps.ndjson', JSON.stringify(gap))
  await bundle.close()
  await sealBundle(folder)
  return folder
}

type Seen = Evidence['observations'][number]

function wasThere(seen: Seen): boolean {
  const isIn = (state: ConsentState, step = seen.stepId): boolean => seen.journey === state && seen.stepId === step
  if (isIn('no-choice') && speaksOf(seen, CLARITY)) return false
  if (isIn('accepted') && speaksOf(seen, TIKTOK)) return false
  return !isIn('rejected', 'upsell')
}

const CLARITY = /clarity\.ms|"(?:name|key)":"(_clck|_clsk|_cltk|CLID|SM|MUID)"/
const TIKTOK = /tiktok\.com|"name":"(_ttp|_tt_enable_cookie)"/

function speaksOf(seen: Seen, vendor: RegExp): boolean {
  return seen.kind !== 'page' && seen.kind !== 'banner' && seen.kind !== 'choice' && vendor.test(JSON.stringify(seen))
}

function asItWas(seen: Seen): readonly Observation[] {
  if (seen.kind === 'cookie' || seen.kind === 'cookie-write') {
    if (seen.name === '_fbp') return [{ ...seen, lifetimeDays: 180 }]
    if (seen.name === '_ga') return [{ ...seen, sameSite: 'Strict' }]
  }
  if (seen.kind === 'request' && seen.url.startsWith('https://px.ads.linkedin.com/') && seen.journey !== 'accepted')
    return [seen, gone(seen)]
  return [seen]
}

function gone<T extends Seen & { readonly kind: 'request' }>(seen: T): T {
  const id = seen.id.replace(/\d+$/, (number) => String(900_000 + Number(number)))
  return { ...seen, id, requestId: `${seen.requestId}-gone`, url: 'https://tr.snapchat.com/p', redirectedFrom: null }
}
