import { Resolver } from 'node:dns/promises'
import { getDomain } from 'tldts'
import type { Draft, Pen, Ticket } from '../collectors/collector.ts'

/** Asks DNS for the alias of a host; rejects with `ENODATA` or `ENOTFOUND` when it has none. */
export type AskAlias = (host: string) => Promise<readonly string[]>

/** Notes which of the site's own hosts were met, and asks once in a scan what each stands for. */
export interface Aliases {
  /** The same pen; hosts of requests written with it are remembered. */
  noting(pen: Pen): Pen
  /** Writes what the hosts met since stand for; a host nobody can tell of is a gap. */
  tell(pen: Pen): Promise<void>
}

export function aliasesOf(site: string, ask: AskAlias = askDns()): Aliases {
  const owner = getDomain(site)
  const met = new Set<string>()
  const told = new Set<string>()

  const note = (draft: Draft): void => {
    if (draft.kind !== 'request') return
    const host = URL.parse(draft.url)?.hostname ?? ''
    if (owner !== null && getDomain(host) === owner && !told.has(host)) met.add(host)
  }

  return {
    noting: (pen) => ({
      now: () => pen.now(),
      stamp: (of) => pen.stamp(of),
      keep: (bytes, as) => pen.keep(bytes, as),
      sent: (url, bytes, ticket) => pen.sent(url, bytes, ticket),
      gap: (kind, blinds, reason) => pen.gap(kind, blinds, reason),
      write: (draft: Draft, ticket?: Ticket) => {
        note(draft)
        pen.write(draft, ticket)
      },
    }),
    tell: async (pen) => {
      const hosts = [...met]
      met.clear()
      for (const host of hosts) told.add(host)
      const chains = await Promise.allSettled(hosts.map((host) => chainOf(host, ask)))
      for (const [index, chain] of chains.entries()) {
        const host = hosts[index] ?? ''
        if (chain.status === 'fulfilled') pen.write({ kind: 'cname', host, chain: chain.value })
        else pen.gap('collector-failed', ['cname'], `DNS did not tell what ${host} stands for: ${String(chain.reason)}`)
      }
    },
  }
}

async function chainOf(host: string, ask: AskAlias): Promise<readonly string[]> {
  const chain: string[] = []
  for (let at = host; chain.length < LONGEST;) {
    const [alias] = await ask(at).catch(noneIfUnknown)
    if (alias === undefined || alias === host || chain.includes(alias)) break
    chain.push(alias)
    at = alias
  }
  return chain
}

/** Resolvers give up after about as many. */
const LONGEST = 10

function noneIfUnknown(reason: unknown): readonly string[] {
  if (/ENODATA|ENOTFOUND/.test(String((reason as NodeJS.ErrnoException).code))) return []
  throw reason
}

function askDns(): AskAlias {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  return (host) => resolver.resolveCname(host)
}
