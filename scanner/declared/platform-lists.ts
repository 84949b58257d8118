import * as z from 'zod'
import type { Declared } from './tables.ts'
import { lifetimeDays } from './lifetime.ts'
import { categoryOf } from './words.ts'

/** Lists that consent platforms keep of the cookies they ask for. Shapes differ between versions: what is missing is left out. */

const text = z.string().nullish()
const amount = z.union([z.string(), z.number()]).nullish()

const otCookie = z.looseObject({ Name: text, Host: text, IsSession: z.boolean().nullish(), Length: amount })
const otGroup = z.looseObject({
  GroupName: text,
  CustomGroupId: text,
  OptanonGroupId: text,
  Cookies: z.array(otCookie).nullish(),
  FirstPartyCookies: z.array(otCookie).nullish(),
  Hosts: z.array(z.looseObject({ HostName: text, Cookies: z.array(otCookie).nullish() })).nullish(),
})
const oneTrust = z.looseObject({ Groups: z.array(otGroup) })

/** What `OneTrust.GetDomainData()` answers. Its numbered groups mean the same everywhere unless a site has its own. */
export function declaredByOneTrust(list: unknown): readonly Declared[] {
  const known = oneTrust.safeParse(list)
  if (!known.success) return []
  return known.data.Groups.flatMap((group) => {
    const id = group.CustomGroupId ?? group.OptanonGroupId ?? ''
    const category = categoryOf(group.GroupName ?? null) ?? NUMBERED[id] ?? null
    const cookies = [
      ...(group.Cookies ?? []).map((cookie) => ({ cookie, host: cookie.Host })),
      ...(group.FirstPartyCookies ?? []).map((cookie) => ({ cookie, host: cookie.Host })),
      ...(group.Hosts ?? []).flatMap((host) =>
        (host.Cookies ?? []).map((cookie) => ({ cookie, host: cookie.Host ?? host.HostName })),
      ),
    ]
    return distinct(
      cookies.flatMap(({ cookie, host }) => {
        const { Name: name, Length: length, IsSession: isSession } = cookie
        if (!name) return []
        // In days; some versions write it out.
        const days =
          isSession === true
            ? 0
            : /^\d+$/.test(String(length ?? ''))
              ? Number(length)
              : lifetimeDays(String(length ?? ''))
        const lifetimeText =
          isSession === true ? 'session' : length === null || length === undefined ? null : String(length)
        return [{ name, provider: host ?? null, categoryText: group.GroupName ?? id, category, lifetimeText, days }]
      }),
    )
  })
}

const NUMBERED: Readonly<Record<string, Declared['category']>> = {
  C0001: 'necessary',
  C0002: 'analytics',
  C0003: 'functional',
  C0004: 'marketing',
  C0005: 'marketing',
}

const ucStored = z.looseObject({ identifier: text, name: text, maxAgeSeconds: z.number().nullish(), type: text })
const ucService = z.looseObject({
  name: text,
  categorySlug: text,
  category: z.union([z.string(), z.looseObject({ slug: text })]).nullish(),
  processingCompany: z.looseObject({ name: text }).nullish(),
  cookieMaxAgeSeconds: z.number().nullish(),
  deviceStorage: z.looseObject({ disclosures: z.array(ucStored).nullish() }).nullish(),
})

/** What `UC_UI.getServicesFullInfo()` answers: services, of which some name what they store. */
export function declaredByUsercentrics(list: unknown): readonly Declared[] {
  const known = z.array(ucService).safeParse(list)
  if (!known.success) return []
  return known.data.flatMap((service) => {
    const slug =
      service.categorySlug ?? (typeof service.category === 'string' ? service.category : service.category?.slug)
    return (service.deviceStorage?.disclosures ?? []).flatMap((stored) => {
      const name = stored.identifier ?? stored.name
      if (!name) return []
      const seconds = stored.maxAgeSeconds ?? null
      const days = seconds === null ? null : seconds / 86_400
      return [
        {
          name,
          provider: service.processingCompany?.name ?? service.name ?? null,
          categoryText: slug ?? null,
          category: categoryOf(slug ?? null),
          lifetimeText: seconds === null ? null : `${seconds} s`,
          days,
        },
      ]
    })
  })
}

function distinct(all: readonly Declared[]): readonly Declared[] {
  return [...new Map(all.map((each) => [`${each.name}\n${each.provider}`, each])).values()]
}
