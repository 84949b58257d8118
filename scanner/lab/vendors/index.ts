import { clarity } from './clarity.ts'
import { dynamics365 } from './dynamics-365.ts'
import { ga4 } from './ga4.ts'
import { googleAds } from './google-ads.ts'
import { gtm } from './gtm.ts'
import { hotjar } from './hotjar.ts'
import { kartra } from './kartra.ts'
import { linkedin } from './linkedin.ts'
import { meta } from './meta.ts'
import { microsoftUet } from './microsoft-uet.ts'
import { recaptcha } from './recaptcha.ts'
import { tiktok } from './tiktok.ts'
import type { Emulation } from './vendor.ts'

/** Every vendor the lab can play. */
export const emulations: readonly Emulation[] = [
  clarity,
  dynamics365,
  ga4,
  googleAds,
  gtm,
  hotjar,
  kartra,
  linkedin,
  meta,
  microsoftUet,
  recaptcha,
  tiktok,
]
