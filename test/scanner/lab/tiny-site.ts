import type { Gate, LabSite, LabStep, StepTruth, TagPlacement } from '../../../scanner/lab/model.ts'
import { truth, type TruthOptions } from '../../../scanner/lab/truth.ts'

/** The smallest site: pages without words or cookies of their own, named by their roles. */
export function tinySite(tags: readonly TagPlacement[], roles: readonly LabStep['role'][] = ['landing']): LabSite {
  return {
    id: 'tiny',
    name: 'Tiny',
    host: 'www.tiny.example',
    cookieDomain: '.tiny.example',
    consent: { cookie: 'tiny_consent', days: 180 },
    steps: roles.map((role, index) => tinyStep(role, index === 0 ? '/' : `/${role}`)),
    tags,
  }
}

export function tag(vendor: string, gates: Readonly<Record<string, Gate>>, account = 'ACCOUNT'): TagPlacement {
  return { vendor, account, gates, inside: null }
}

/** What a vendor does by itself on one page that carries it without asking. */
export function alone(vendor: string, account: string, options: TruthOptions & { role?: LabStep['role'] } = {}): Facts {
  const { role = 'landing', ...truthOptions } = options
  const site = tinySite([tag(vendor, { [role]: 'always' }, account)], [role])
  const step = truth(site, truthOptions).states[0]?.steps[0]
  if (step === undefined) throw new Error('a site without steps')
  return factsOf(step, vendor)
}

export interface Facts {
  readonly requests: readonly string[]
  readonly onLeave: readonly string[]
  readonly cookies: readonly string[]
  readonly storage: readonly string[]
}

function factsOf(step: StepTruth, vendor: string): Facts {
  const requests = step.requests.filter((request) => request.vendor === vendor)
  const line = ({ method, url, resourceType }: StepTruth['requests'][number]): string =>
    `${method} ${url.replace('https://', '')} ${resourceType}`
  return {
    requests: requests.filter(({ phase }) => phase === 'load').map(line),
    onLeave: requests.filter(({ phase }) => phase === 'leave').map(line),
    cookies: step.cookiesWritten.map(({ name, domain, lifetimeDays, setBy }) => {
      const life = lifetimeDays === null ? 'session' : `${Number(lifetimeDays.toFixed(4))} d`
      return `${name} ${domain} ${life} ${setBy}`
    }),
    storage: step.storageWritten.map(({ area, origin, key }) => `${area} ${new URL(origin).hostname} ${key}`),
  }
}

function tinyStep(role: LabStep['role'], path: string): LabStep {
  return {
    id: role,
    label: role,
    role,
    goal: null,
    path,
    reach: 'url',
    onward: null,
    title: role,
    body: '',
    picture: null,
    cookies: [],
    acts: [],
    policy: null,
  }
}
