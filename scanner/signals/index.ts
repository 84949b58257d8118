import type { Signal } from './signal.ts'
import { addtlConsent } from './addtl-consent.ts'
import { axeptio } from './axeptio.ts'
import { borlabs } from './borlabs.ts'
import { civic } from './civic.ts'
import { clarityCalls } from './clarity-calls.ts'
import { clarityCookie } from './clarity-cookie.ts'
import { complianz } from './complianz.ts'
import { consentMode } from './consent-mode.ts'
import { consentmanager } from './consentmanager.ts'
import { cookieInformation } from './cookie-information.ts'
import { cookieLawInfo } from './cookie-law-info.ts'
import { cookieScript } from './cookie-script.ts'
import { cookiebot } from './cookiebot.ts'
import { cookieconsentOrestbida } from './cookieconsent-orestbida.ts'
import { cookieconsentOsano } from './cookieconsent-osano.ts'
import { cookiefirst } from './cookiefirst.ts'
import { cookiehub } from './cookiehub.ts'
import { cookieyes } from './cookieyes.ts'
import { didomi } from './didomi.ts'
import { dma } from './dma.ts'
import { dmaCps } from './dma-cps.ts'
import { gcd } from './gcd.ts'
import { gcs } from './gcs.ts'
import { gcu } from './gcu.ts'
import { gdprApplies } from './gdpr-applies.ts'
import { gpp } from './gpp.ts'
import { homeMade } from './home-made.ts'
import { hubspot } from './hubspot.ts'
import { iubenda } from './iubenda.ts'
import { klaro } from './klaro.ts'
import { matomo } from './matomo.ts'
import { metaConsent } from './meta-consent.ts'
import { metaDpo } from './meta-dpo.ts'
import { moove } from './moove.ts'
import { npa } from './npa.ts'
import { onetrust } from './onetrust.ts'
import { osano } from './osano.ts'
import { pinterestConsent } from './pinterest-consent.ts'
import { shopify } from './shopify.ts'
import { sourcepoint } from './sourcepoint.ts'
import { tarteaucitron } from './tarteaucitron.ts'
import { tcf } from './tcf.ts'
import { tcfd } from './tcfd.ts'
import { termly } from './termly.ts'
import { tiktokConsent } from './tiktok-consent.ts'
import { trustarc } from './trustarc.ts'
import { uetAsc } from './uet-asc.ts'
import { uetConsent } from './uet-consent.ts'
import { usPrivacy } from './us-privacy.ts'
import { usercentrics } from './usercentrics.ts'
import { wix } from './wix.ts'
import { wpConsentApi } from './wp-consent-api.ts'

/** Every consent signal we can read; a home-made store only where no other is found. */
export const signals: readonly Signal[] = [
  // Standards.
  tcf,
  gpp,
  usPrivacy,
  addtlConsent,
  // What vendors' tags were told.
  gcs,
  gcd,
  npa,
  dma,
  dmaCps,
  gcu,
  tcfd,
  gdprApplies,
  consentMode,
  uetAsc,
  uetConsent,
  clarityCookie,
  clarityCalls,
  metaDpo,
  metaConsent,
  tiktokConsent,
  pinterestConsent,
  matomo,
  // What consent platforms keep.
  axeptio,
  borlabs,
  civic,
  complianz,
  consentmanager,
  cookieInformation,
  cookieLawInfo,
  cookieScript,
  cookiebot,
  cookieconsentOrestbida,
  cookieconsentOsano,
  cookiefirst,
  cookiehub,
  cookieyes,
  didomi,
  hubspot,
  iubenda,
  klaro,
  moove,
  onetrust,
  osano,
  shopify,
  sourcepoint,
  tarteaucitron,
  termly,
  trustarc,
  usercentrics,
  wix,
  wpConsentApi,
  homeMade,
]
