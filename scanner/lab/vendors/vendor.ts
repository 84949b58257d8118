import type { Act, Answer, CookieAct, CookieSpec, LeaveAct, LoadAct, Purpose, StoreAct, TagSetup } from '../model.ts'

/** One emulated vendor: what its tag does on a site, on the vendor's real host names. Routes and truth follow from it. */
export interface Emulation {
  readonly id: string
  readonly purpose: Purpose
  /** The script a site embeds for one account. */
  tag(setup: TagSetup): LoadAct
}

type Attributes = Partial<Omit<CookieSpec, 'name' | 'days'>>
type Extras = { readonly query?: Readonly<Record<string, string>>; readonly cookies?: readonly CookieSpec[] }

export function script(url: string, acts: readonly Act[], extras: Extras = {}): LoadAct {
  return load('script', url, { kind: 'script', acts, cookies: extras.cookies ?? [] }, extras)
}

export function frame(url: string, acts: readonly Act[], extras: Extras = {}): LoadAct {
  return load('frame', url, { kind: 'frame', acts, cookies: extras.cookies ?? [] }, extras)
}

export function image(url: string, extras: Extras = {}): LoadAct {
  return load('image', url, { kind: 'pixel', cookies: extras.cookies ?? [] }, extras)
}

/** An image whose first answer sends the browser on to `to`. */
export function bouncedImage(url: string, to: LoadAct, extras: Extras = {}): LoadAct {
  return load('image', url, { kind: 'redirect', to, cookies: extras.cookies ?? [] }, extras)
}

export function post(via: 'fetch' | 'xhr' | 'beacon', url: string, body: string, extras: Extras = {}): LoadAct {
  return { ...load(via, url, { kind: 'nothing', cookies: extras.cookies ?? [] }, extras), body }
}

/** A request whose answer the script reads. */
export function get(via: 'fetch' | 'xhr', url: string, extras: Extras = {}): LoadAct {
  return load(via, url, { kind: 'nothing', cookies: extras.cookies ?? [] }, extras)
}

/** By script, first-party, for this host unless told otherwise. */
export function cookie(name: string, days: number | null, attributes: Attributes = {}): CookieAct {
  return { do: 'cookie', ...spec(name, days, { value: '{uuid}', ...attributes }) }
}

/** By header, as vendors set them across sites: `Secure; SameSite=None`. */
export function headerCookie(name: string, days: number | null, attributes: Attributes = {}): CookieSpec {
  return spec(name, days, { secure: true, sameSite: 'None', value: '{id}', ...attributes })
}

export function store(area: StoreAct['area'], key: string, value = '{uuid}', write: StoreAct['write'] = 'always'): Act {
  return { do: 'store', area, key, value, write }
}

export function after(ms: number, ...acts: readonly Act[]): Act {
  return { do: 'after', ms, acts }
}

export function leave(...acts: readonly Act[]): LeaveAct {
  return { do: 'leave', acts }
}

function load(via: LoadAct['via'], url: string, answer: Answer, extras: Extras): LoadAct {
  return { do: 'load', via, url, query: extras.query ?? {}, body: null, answer }
}

function spec(name: string, days: number | null, attributes: Attributes): CookieSpec {
  return {
    name,
    days,
    value: '',
    domain: null,
    path: '/',
    httpOnly: false,
    secure: false,
    sameSite: null,
    partitioned: false,
    write: 'always',
    ...attributes,
  }
}
