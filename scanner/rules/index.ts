import { affiliateCookieBeforeChoice } from './f37-affiliate-cookie-before-choice.ts'
import { bannerReturning } from './f16-banner-returning.ts'
import { choiceKeptTooLong } from './f18-choice-kept-too-long.ts'
import { choiceLostOnTheWay } from './f17-choice-lost-on-the-way.ts'
import { consentClaimed } from './f22-consent-claimed.ts'
import { consentGrantedByDefault } from './f20-consent-granted-by-default.ts'
import { consentWall } from './f15-consent-wall.ts'
import { contactDataWithoutConsent } from './f28-contact-data-without-consent.ts'
import { cookieBeforeChoice } from './f01-cookie-before-choice.ts'
import { cookieKeptAfterWithdrawal } from './f07-cookie-kept-after-withdrawal.ts'
import { cookielessPing } from './f05-cookieless-ping.ts'
import { declaredOtherwise } from './f32-declared-otherwise.ts'
import { disguisedHost } from './f38-disguised-host.ts'
import { embedBeforeChoice } from './f36-embed-before-choice.ts'
import { essentialThatIsNot } from './f10-essential-that-is-not.ts'
import { fingerprinting } from './f29-fingerprinting.ts'
import { formReadBeforeSubmit } from './f27-form-read-before-submit.ts'
import { googleTagWithoutConsentMode } from './f21-google-tag-without-consent-mode.ts'
import { identityInAddress } from './f26-identity-in-address.ts'
import { legitimateInterestForAds } from './f35-legitimate-interest-for-ads.ts'
import { libraryBeforeChoice } from './f03-library-before-choice.ts'
import { missingBanner } from './f09-missing-banner.ts'
import { noOptOutLink } from './f25-no-opt-out-link.ts'
import { noRejectOnFirstLayer } from './f11-no-reject-on-first-layer.ts'
import { noWayBack } from './f34-no-way-back.ts'
import { privacyControlIgnored } from './f24-privacy-control-ignored.ts'
import { refusingHarderThanAccepting } from './f12-refusing-harder-than-accepting.ts'
import { requestAfterReject } from './f08-request-after-reject.ts'
import { requestBeforeChoice } from './f02-request-before-choice.ts'
import type { Rule } from './rule.ts'
import { scriptsOnCheckout } from './f31-scripts-on-checkout.ts'
import { sessionReplayOfForms } from './f30-session-replay-of-forms.ts'
import { silenceTakenAsConsent } from './f14-silence-taken-as-consent.ts'
import { storageBeforeChoice } from './f04-storage-before-choice.ts'
import { storingAfterReject } from './f06-storing-after-reject.ts'
import { switchedOnInAdvance } from './f13-switched-on-in-advance.ts'
import { thirdCountry } from './f33-third-country.ts'
import { trackerKeptTooLong } from './f19-tracker-kept-too-long.ts'
import { uetConsentGranted } from './f23-uet-consent-granted.ts'
import { unprotectedIdentifier } from './f39-unprotected-identifier.ts'

/** Every question that is asked, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  cookieBeforeChoice,
  requestBeforeChoice,
  libraryBeforeChoice,
  storageBeforeChoice,
  cookielessPing,
  storingAfterReject,
  cookieKeptAfterWithdrawal,
  requestAfterReject,
  missingBanner,
  essentialThatIsNot,
  noRejectOnFirstLayer,
  refusingHarderThanAccepting,
  switchedOnInAdvance,
  silenceTakenAsConsent,
  consentWall,
  bannerReturning,
  choiceLostOnTheWay,
  choiceKeptTooLong,
  trackerKeptTooLong,
  consentGrantedByDefault,
  googleTagWithoutConsentMode,
  consentClaimed,
  uetConsentGranted,
  privacyControlIgnored,
  noOptOutLink,
  identityInAddress,
  formReadBeforeSubmit,
  contactDataWithoutConsent,
  fingerprinting,
  sessionReplayOfForms,
  scriptsOnCheckout,
  declaredOtherwise,
  thirdCountry,
  noWayBack,
  legitimateInterestForAds,
  embedBeforeChoice,
  affiliateCookieBeforeChoice,
  disguisedHost,
  unprotectedIdentifier,
]
