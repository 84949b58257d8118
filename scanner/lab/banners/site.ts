import type { StateVerdict } from '../../model.ts'
import type { Purpose } from '../model.ts'
import type { BannerSite, BannerTruth, Ending } from './model.ts'

/** One host for each site, so that none knows of another's visitors. */
export function hostOf({ id }: Pick<BannerSite, 'id'>): string {
  return `${id}.${BANNER_DOMAIN}`
}

export const BANNER_DOMAIN = 'banner.lab.example'

/** What most sites have in common; a site says how it differs. */
export function bannerSite(site: Pick<BannerSite, 'id' | 'about' | 'truth'> & Partial<BannerSite>): BannerSite {
  return {
    language: 'en',
    needs: null,
    head: '',
    body: '',
    files: {},
    tags: { analytics: 'gated', marketing: 'gated' },
    policy: null,
    consentMode: false,
    ...site,
  }
}

const EVERYTHING: readonly Purpose[] = ['functional', 'analytics', 'marketing']

/** The choice can be made on this layer, is kept under these names and can be shown. */
export function taken(grants: readonly Purpose[], keeps: readonly string[], layer = 1): Ending {
  return { verdicts: ['proven'], grants, layer, keeps, asksAgain: false }
}

export const accepted = (...keeps: readonly string[]): Ending => taken(EVERYTHING, keeps)
export const refused = (...keeps: readonly string[]): Ending => taken([], keeps)

/** The visitor is not given this choice. */
export const notOffered: Ending = nothing(['not-offered'], true)
export const noBanner: Ending = nothing(['no-banner'], false)

export const withoutBanner: BannerTruth = { banner: false, cmp: null, reject: noBanner, accept: noBanner }

/** The banner takes both answers on its first layer and keeps them under the same names. */
export function compliant(cmp: string | null, ...keeps: readonly string[]): BannerTruth {
  return { banner: true, cmp, reject: refused(...keeps), accept: accepted(...keeps) }
}

/** Refusing takes a look into the settings. */
export function secondLayer(cmp: string | null, ...keeps: readonly string[]): BannerTruth {
  return { banner: true, cmp, reject: taken([], keeps, 2), accept: accepted(...keeps) }
}

/** All that can be done is to agree. */
export function acceptOnly(cmp: string | null, ...keeps: readonly string[]): BannerTruth {
  return { banner: true, cmp, reject: notOffered, accept: accepted(...keeps) }
}

/** It only tells; whether knowing of it is agreement, reasonable instruments may doubt. */
export function told(cmp: string | null, ...keeps: readonly string[]): BannerTruth {
  const accept: Ending = { ...accepted(...keeps), verdicts: ['proven', 'inconclusive'] }
  return { banner: true, cmp, reject: notOffered, accept }
}

function nothing(verdicts: readonly StateVerdict[], asksAgain: boolean): Ending {
  return { verdicts, grants: null, layer: null, keeps: [], asksAgain }
}
