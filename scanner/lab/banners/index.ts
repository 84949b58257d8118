import { homeMadeSites } from './home-made-sites.ts'
import { awkwardSites } from './hostile/awkward.ts'
import { decoySites } from './hostile/decoys.ts'
import { dishonestSites } from './hostile/dishonest.ts'
import { wordingSites } from './hostile/wording.ts'
import { consentmanagerSites } from './imitations/consentmanager.ts'
import { cookiebotSites } from './imitations/cookiebot.ts'
import { didomiSites } from './imitations/didomi.ts'
import { kartraSites } from './imitations/kartra.ts'
import { onetrustSites } from './imitations/onetrust.ts'
import { otherSites } from './imitations/others.ts'
import { sourcepointSites } from './imitations/sourcepoint.ts'
import { trustarcSites } from './imitations/trustarc.ts'
import { usercentricsSites } from './imitations/usercentrics.ts'
import { wordpressSites } from './imitations/wordpress.ts'
import { customElements } from './libraries/custom-elements.ts'
import { klaroSites } from './libraries/klaro.ts'
import { orejimeSites } from './libraries/orejime.ts'
import { osanoSites } from './libraries/osano-cookieconsent.ts'
import { smallOnes } from './libraries/small-ones.ts'
import { tarteaucitronSites } from './libraries/tarteaucitron.ts'
import { vanillaSites } from './libraries/vanilla-cookieconsent.ts'
import type { BannerSite } from './model.ts'
import { noBannerSites } from './no-banner-sites.ts'

/** Every site of the banner lab. */
export const bannerSites: readonly BannerSite[] = [
  ...klaroSites(),
  ...vanillaSites(),
  ...osanoSites(),
  ...tarteaucitronSites(),
  ...orejimeSites(),
  ...customElements(),
  ...smallOnes(),
  ...onetrustSites(),
  ...cookiebotSites(),
  ...usercentricsSites(),
  ...didomiSites(),
  ...sourcepointSites(),
  ...trustarcSites(),
  ...wordpressSites(),
  ...otherSites(),
  ...consentmanagerSites(),
  ...kartraSites(),
  ...homeMadeSites(),
  ...awkwardSites(),
  ...wordingSites(),
  ...dishonestSites(),
  ...decoySites(),
  ...noBannerSites(),
]
