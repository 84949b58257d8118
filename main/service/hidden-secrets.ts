import type { PlanDraft } from '../contract.ts'

/** Stands on the screen in the place of what lets a scan in. */
const HIDDEN = '••••••••'

/** The draft with its password, the values of its headers and the password of its proxy hidden; `null` when it has none. */
export function hiddenSecrets(draft: PlanDraft): PlanDraft | null {
  let has = false
  const hide = (value: unknown): unknown => {
    if (typeof value !== 'string' || value === '') return value
    has = true
    return HIDDEN
  }
  const shown = withSecrets(draft, ({ password, headers, proxy }) => ({
    password: hide(password),
    headers: mapped(headers, hide),
    proxy: typeof proxy === 'string' ? proxy.replace(PROXY_PASSWORD, (word) => String(hide(word))) : proxy,
  }))
  return has ? shown : null
}

/** The way back: what is hidden still is what it was in `kept`. */
export function revealedSecrets(draft: PlanDraft, kept: PlanDraft): PlanDraft {
  const before = secretsIn(kept)
  return withSecrets(draft, ({ password, headers, proxy }) => ({
    password: password === HIDDEN ? before.password : password,
    headers: mapped(headers, (value, name) => (value === HIDDEN ? group(before.headers)[name] : value)),
    proxy:
      typeof proxy === 'string'
        ? proxy.replace(PROXY_PASSWORD, (word) => (word === HIDDEN ? passwordOf(before.proxy) : word))
        : proxy,
  }))
}

interface Secrets {
  readonly password: unknown
  readonly headers: unknown
  readonly proxy: unknown
}

type Group = Readonly<Record<string, unknown>>

/** In `http://ann:sesame@proxy.example:8080`, and in what is not quite one yet. */
const PROXY_PASSWORD = /(?<=:)(?!\/\/)[^@]+(?=@)/

function passwordOf(proxy: unknown): string {
  return (typeof proxy === 'string' && PROXY_PASSWORD.exec(proxy)?.[0]) || ''
}

function secretsIn(draft: PlanDraft): Secrets {
  const { basicAuth, headers, proxy } = group(draft['access'])
  return { password: group(basicAuth)['password'], headers, proxy }
}

/** Nothing is added to a draft, and nothing that is no group of keys becomes one. */
function withSecrets(draft: PlanDraft, how: (secrets: Secrets) => Secrets): PlanDraft {
  const access = draft['access']
  if (!isGroup(access)) return draft
  const { password, headers, proxy } = how(secretsIn(draft))
  const { basicAuth } = access
  return {
    ...draft,
    access: {
      ...access,
      ...(isGroup(basicAuth) && 'password' in basicAuth && { basicAuth: { ...basicAuth, password } }),
      ...('headers' in access && { headers }),
      ...('proxy' in access && { proxy }),
    },
  }
}

function mapped(given: unknown, how: (value: unknown, name: string) => unknown): unknown {
  if (!isGroup(given)) return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, how(value, name)]))
}

function group(value: unknown): Group {
  return isGroup(value) ? value : {}
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
