/** What known CMPs put on a page as the way back to the choice, as selectors. From their public documentation. */
export const KNOWN_WAYS = [
  // OneTrust
  '#ot-sdk-btn',
  '.ot-sdk-show-settings',
  '#ot-sdk-btn-floating button',
  '.optanon-show-settings',
  '.optanon-toggle-display',
  // Cookiebot
  '#CookiebotWidget',
  '[href*="Cookiebot.renew"]',
  '[onclick*="Cookiebot.renew"]',
  '[onclick*="Cookiebot.show"]',
  // Usercentrics
  '#uc-privacy-icon',
  '[data-testid=uc-privacy-button]',
  '[onclick*="UC_UI.show"]',
  '[href*="UC_UI.show"]',
  '[onclick*="__ucCmp.show"]',
  // Didomi
  '[onclick*="Didomi.preferences.show"]',
  '[href*="Didomi.preferences.show"]',
  '[onclick*="Didomi.notice.show"]',
  // iubenda
  '.iubenda-cs-preferences-link',
  '.iubenda-tp-btn',
  '.iubenda-tp-alert-btn',
  // CookieYes, Complianz, Borlabs
  '.cky-btn-revisit',
  '.cky-btn-revisit-wrapper',
  '.cmplz-manage-consent',
  '.cmplz-show-banner',
  '.borlabs-cookie-preference',
  '.borlabs-cookie-open-dialog-preferences',
  // TrustArc
  '#teconsent a',
  '#teconsent',
  // consentmanager
  '[href*="cmpscreen"]',
  '[onclick*="cmpscreen"]',
  '[onclick*="showScreenAdvanced"]',
  // Google's own, and those of shops and site builders
  '[onclick*="showRevocationMessage"]',
  '#hs-hud-cookie-settings',
  '#shopify-pc__prefs__open',
  // Osano, its open-source kin, Axeptio, Termly, Civic, CookieFirst, Cookie-Script, Cookie Information
  '.osano-cm-widget',
  '.cc-revoke',
  '[onclick*="openAxeptioCookies"]',
  '[href*="openAxeptioCookies"]',
  '.termly-display-preferences',
  '#ccc-icon',
  '.cookiefirst-floating-button',
  '#cookiescript_badge',
  '.Coi-Renew',
  '#Coi-Renew',
  // Klaro, tarteaucitron, vanilla-cookieconsent, Orejime
  '[onclick*="klaro.show"]',
  '#tarteaucitronIcon button',
  '#tarteaucitronManager',
  '[data-cc="show-preferencesModal"]',
  '[data-cc="show-consentModal"]',
  '[data-cc="c-settings"]',
  '[onclick*="orejime.show"]',
].join()
