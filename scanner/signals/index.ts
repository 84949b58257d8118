import type { Signal } from './signal.ts'
import { axeptio } from './axeptio.ts'
import { borlabs } from './borlabs.ts'
import { complianz } from './complianz.ts'
import { consentMode } from './consent-mode.ts'
import { cookieInformation } from './cookie-information.ts'
import { cookieScript } from './cookie-script.ts'
import { cookiebot } from './cookiebot.ts'
import { cookieconsentOrestbida } from './cookieconsent-orestbida.ts'
import { cookieconsentOsano } from './cookieconsent-osano.ts'
import { cookiefirst } from './cookiefirst.ts'
import { cookieyes } from './cookieyes.ts'
import { didomi } from './didomi.ts'
import { gcd } from './gcd.ts'
import { gcs } from './gcs.ts'
import { homeMade } from './home-made.ts'
import { iubenda } from './iubenda.ts'
import { klaro } from './klaro.ts'
import { onetrust } from './onetrust.ts'
import { osano } from './osano.ts'
import { shopify } from './shopify.ts'
import { tarteaucitron } from './tarteaucitron.ts'
import { tcf } from './tcf.ts'
import { trustarc } from './trustarc.ts'
import { uetAsc } from './uet-asc.ts'
import { usPrivacy } from './us-privacy.ts'
import { usercentrics } from './usercentrics.ts'
import { wpConsentApi } from './wp-consent-api.ts'

/** Every consent signal we can read; a home-made store only where no other is found. */
export const signals: readonly Signal[] = [
  tcf,
  usPrivacy,
  gcs,
  gcd,
  consentMode,
  uetAsc,
  axeptio,
  borlabs,
  complianz,
  cookieInformation,
  cookieScript,
  cookiebot,
  cookieconsentOrestbida,
  cookieconsentOsano,
  cookiefirst,
  cookieyes,
  didomi,
  iubenda,
  klaro,
  onetrust,
  osano,
  shopify,
  tarteaucitron,
  trustarc,
  usercentrics,
  wpConsentApi,
  homeMade,
]
