import { homeMadeSites } from './home-made-sites.ts'
import { klaroSites } from './libraries/klaro.ts'
import { osanoSites } from './libraries/osano-cookieconsent.ts'
import { tarteaucitronSites } from './libraries/tarteaucitron.ts'
import { vanillaSites } from './libraries/vanilla-cookieconsent.ts'
import type { BannerSite } from './model.ts'
import { noBannerSites } from './no-banner-sites.ts'

/** Every site of the banner lab. */
export const bannerSites: readonly BannerSite[] = [
  ...klaroSites,
  ...vanillaSites,
  ...osanoSites,
  ...tarteaucitronSites,
  ...homeMadeSites,
  ...noBannerSites,
]
