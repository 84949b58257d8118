import { carrying, homeMade } from '../home-made.ts'
import type { BannerFile, BannerSite } from '../model.ts'
import { script } from '../page.ts'
import { bannerSite, compliant, withoutBanner } from '../site.ts'

/** What stands over a page and is no consent banner: never to be pressed, with a banner beside it or without. */
export const decoySites = (): readonly BannerSite[] => [
  ...DECOYS.map(([id, about, html]) =>
    bannerSite({
      id: `decoy-${id}`,
      about,
      tags: { analytics: null, marketing: null },
      body: `${html}<script src="/decoy.js"></script>`,
      files: { '/decoy.js': WATCH },
      truth: withoutBanner,
    }),
  ),
  ...DECOYS.map(([id, about, html], index) => {
    const language = ['en', 'de', 'fr'][index % 3] ?? 'en'
    const { body, files } = carrying(homeMade(language), { '/decoy.js': WATCH })
    return bannerSite({
      id: `decoy-${id}-and-banner`,
      about: `${about} Beside it, a banner.`,
      language,
      body: html + body,
      files,
      truth: compliant(null, 'cookie_choice'),
    })
  }),
]

const box = (inner: string): string =>
  `<div role="dialog" aria-modal="true" style="position:fixed;top:60px;left:30%;width:380px;padding:1.5em;background:#fff;border:2px solid #444;z-index:500">${inner}</div>`
const button = (label: string): string => `<button data-decoy>${label}</button>`

const DECOYS: readonly (readonly [id: string, about: string, html: string])[] = [
  [
    'offer',
    'An offer to accept.',
    box(
      `<h2>Two for one</h2><p>Book two hours and pay for one, today only.</p>${button('Accept offer')} ${button('Decline')}`,
    ),
  ],
  [
    'age',
    'Asks how old the visitor is.',
    box(
      `<h2>Are you 18 or older?</h2><p>You must be of legal drinking age to enter this site. By entering you accept our terms and our cookie policy.</p>${button('Yes, I am 18')} ${button('No')}`,
    ),
  ],
  [
    'newsletter',
    'Asks for an address.',
    box(
      `<h2>10 % off your first hour</h2><p>Join our newsletter. We respect your privacy and never share your data.</p><input type="email" placeholder="E-mail"> ${button('Accept and subscribe')} ${button('No thanks')}`,
    ),
  ],
  [
    'push',
    'Asks for leave to send notifications.',
    box(
      `<p>We would like to send you notifications about the weather on the lake.</p>${button('Allow')} ${button('Block')}`,
    ),
  ],
  [
    'login',
    'Asks to log in.',
    box(
      `<h2>Sign in</h2><p>By signing in you agree to our privacy policy and our use of cookies.</p><input type="text" placeholder="User"> <input type="password" placeholder="Password"> ${button('Agree and sign in')} ${button('Cancel')}`,
    ),
  ],
  [
    'terms',
    'Asks to agree to its terms of use.',
    box(
      `<h2>New terms of use</h2><p>We have changed our terms of use for renting boats. Please agree to go on.</p>${button('I agree')} ${button('Decline')}`,
    ),
  ],
  [
    'country',
    'Asks which country the visitor is in.',
    box(
      `<p>You seem to be in France. Do you want to switch to our French site?</p>${button('Continue')} ${button('No, stay here')}`,
    ),
  ],
]

const WATCH: BannerFile = script(watchDecoys)

/** Serialized into the page. */
function watchDecoys(): void {
  const { lab } = window as unknown as { lab: { did(what: string, detail: string): void } }
  for (const decoy of document.querySelectorAll<HTMLElement>('[data-decoy]'))
    decoy.addEventListener('click', () => lab.did('decoy', decoy.innerText))
}
