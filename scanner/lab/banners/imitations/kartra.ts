import type { BannerSite } from '../model.ts'
import type { BannerScript } from '../runtime-model.ts'
import { compliant } from '../site.ts'
import { barOf, cookie, imitation } from './imitation.ts'

/**
 * Kartra's two banners: one box between "all" and "essential", shipped on "all", and one button to save. Where the real
 * ones keep the choice is not known; here it is a cookie whose name says what it is.
 */
export const kartraSites = (): readonly BannerSite[] => [
  site('kartra-cookie', 'The older of the two.', 'gdpr_cookie_banner', false),
  site('kartra-flapjack', 'The newer of the two.', 'gdpr_flapjack_banner', false),
  site('kartra-slider', 'The box is drawn as a slider, and not there itself.', 'gdpr_cookie_banner', true),
]

function site(id: string, about: string, kind: string, isSlider: boolean): BannerSite {
  return imitation({ id, about, language: 'en', truth: compliant('Kartra', 'gdpr_cookie') }, () =>
    banner(kind, isSlider),
  )
}

function banner(kind: string, isSlider: boolean): Partial<BannerScript> {
  const box = `<input type="checkbox" id="gdpr_cookies" class="js_accepted_cookies" value="2"${isSlider ? ' style="display:none"' : ''}>`
  const slider = isSlider
    ? '<label for="gdpr_cookies" class="gdpr_slider" style="display:inline-block;width:44px;height:22px;background:#9ab;border-radius:11px"></label>'
    : ''
  return {
    css: barOf(`.${kind}`),
    layers: {
      first: `<div class="${kind} js_${kind}"><div class="gdpr_text">We use cookies to make your experience on this website better. <a href="/next" class="js_gdpr_button">Cookie policy</a></div>
<div class="gdpr_toggler"><label class="selected">Accept all cookies</label> ${slider}${box} <label>Only essential cookies</label></div>
<button class="btn js_gdpr_close" data-type="kartra_page" data-type-id="lab" data-type-owner="lab">SAVE</button></div>`,
      second: '',
    },
    presses: [{ on: '.js_gdpr_close', does: 'save-unless' }],
    switches: { functional: '#gdpr_cookies', analytics: '#gdpr_cookies', marketing: '#gdpr_cookies' },
    stores: [cookie('gdpr_cookie', '[[marketing?1:2]]')],
    recalls: { area: 'cookie', name: 'gdpr_cookie', yes: { marketing: '1' }, onlyIf: null },
  }
}
