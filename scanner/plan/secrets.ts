import type { Plan } from '../model.ts'

/** Stands in the evidence where something secret was given. */
export const WITHHELD = '(given, not kept)'

/** The plan as it may be written down: what lets the scan in is told to be there, and nothing of it. */
export function withoutSecrets(plan: Plan): Plan {
  const { basicAuth, headers, proxy } = plan.access
  return {
    ...plan,
    access: {
      ...plan.access,
      basicAuth: basicAuth === null ? null : { username: WITHHELD, password: WITHHELD },
      headers: Object.fromEntries(Object.keys(headers).map((name) => [name, WITHHELD])),
      proxy: proxy === null ? null : WITHHELD,
    },
  }
}

/** Every text that must not be found in the evidence, in the forms in which it travels; the longest first. */
export function secretsOf({ access: { basicAuth, headers, proxy } }: Plan): readonly string[] {
  const pair = (name: string, password: string): readonly string[] => [
    Buffer.from(`${name}:${password}`).toString('base64'),
    ...(password === '' ? [] : [password]),
  ]
  const through = proxy === null ? null : new URL(proxy)
  const isNamed = through !== null && through.username !== ''
  const all = [
    ...(basicAuth ? pair(basicAuth.username, basicAuth.password) : []),
    ...Object.values(headers),
    ...(isNamed ? pair(decodeURIComponent(through.username), decodeURIComponent(through.password)) : []),
  ]
  return all.toSorted((a, b) => b.length - a.length)
}
