import { readDevice } from './page-runtime.ts'
import { script } from '../banners/page.ts'
import type { FindingSite } from './model.ts'
import {
  analyticsCookie,
  analyticsHit,
  cookie,
  fails,
  file,
  findingSite,
  fixNames,
  GRANTED,
  isNotAsked,
  isUnclear,
  meta,
  metaCookie,
  metaPixel,
  passes,
  request,
  store,
  tag,
  UNASKED,
} from './site.ts'

/** Sites that store and send, as they should and as they should not. */
export const trackingSites = (): readonly FindingSite[] => [
  findingSite({
    id: 'finding-well-behaved',
    about: 'Asks as it should, waits for the answer and keeps to it.',
    tags: [
      tag('analytics', 'gated', [analyticsCookie, analyticsHit(GRANTED)]),
      tag('marketing', 'gated', [metaCookie, metaPixel, store('lastExternalReferrer', 'empty')]),
    ],
    plan: { states: ['no-choice', 'rejected', 'accepted', 'scrolled', 'closed'] },
    expected: [
      ...['F01', 'F02', 'F03', 'F04', 'F05', 'F09', 'F29', 'F36', 'F37'].map((id) => passes(id, 'no-choice')),
      ...['F03', 'F05', 'F06', 'F08', 'F10', 'F16', 'F17', 'F18', 'F29'].map((id) => passes(id, 'rejected')),
      ...['F16', 'F18', 'F19', 'F21', 'F34', 'F39'].map((id) => passes(id, 'accepted')),
      ...['F11', 'F12', 'F15'].map((id) => passes(id, 'no-choice')),
      passes('F14', 'scrolled'),
      isNotAsked('F20', 'no-choice'),
      isNotAsked('F22', 'rejected'),
      isNotAsked('F23', 'no-choice'),
      isNotAsked('F26', 'accepted'),
      isNotAsked('F30', 'accepted'),
      isNotAsked('F31', 'accepted'),
      isNotAsked('F32', 'accepted'),
      isUnclear('F33', 'accepted'),
    ],
  }),
  findingSite({
    id: 'finding-always-on',
    about: 'A pixel and an id in storage that heed no choice.',
    tags: [tag('marketing', 'always', [...meta, store('_hjSessionUser_4417', 'b2f1c0de-7a44-4f0e-9b0a-51d2c37e8a10')])],
    expected: [
      fails('F01', 'no-choice', 'meta-pixel'),
      fails('F02', 'no-choice', 'meta-pixel'),
      fails('F04', 'no-choice', 'hotjar'),
      fails('F06', 'rejected', 'meta-pixel'),
      fails('F06', 'rejected', 'hotjar'),
      fails('F08', 'rejected', 'meta-pixel'),
      passes('F09', 'no-choice'),
      passes('F17', 'rejected'),
    ],
  }),
  findingSite({
    id: 'finding-unasked',
    about: 'Tracks and asks nobody.',
    ...UNASKED,
    tags: [tag('marketing', 'leaky', meta)],
    expected: [
      fails('F01', 'no-choice', 'meta-pixel'),
      fails('F02', 'no-choice', 'meta-pixel'),
      fails('F09', 'no-choice'),
      isNotAsked('F08', 'rejected'),
      isNotAsked('F11', 'no-choice'),
      isNotAsked('F34', 'accepted'),
    ],
  }),
  findingSite({
    id: 'finding-unknown-host',
    about: 'Sends an id of its own to a host nobody has classified, and keeps it.',
    tags: [
      tag('marketing', 'always', [
        cookie('vtr', '7b1f4c2e-90aa-4d53-8f7e-2c6d1b90e411', 365),
        store('vtr', '7b1f4c2e-90aa-4d53-8f7e-2c6d1b90e411'),
        request('beacon', 'https://in.orbweaver.example/collect?vid=7b1f4c2e-90aa-4d53-8f7e-2c6d1b90e411'),
      ]),
    ],
    expected: [
      isUnclear('F01', 'no-choice', 'finding-unknown-host.banner.lab.example'),
      isUnclear('F02', 'no-choice'),
      isUnclear('F04', 'no-choice', 'finding-unknown-host.banner.lab.example'),
      isUnclear('F06', 'rejected', 'finding-unknown-host.banner.lab.example'),
      isUnclear('F08', 'rejected'),
    ],
  }),
  findingSite({
    id: 'finding-late-refusal',
    about: 'The refusal holds on the page it was made on, and is lost on the next.',
    tags: [tag('marketing', 'gated', meta, ['/']), tag('marketing', 'defiant', meta, ['/next'])],
    expected: [
      passes('F02', 'no-choice'),
      fails('F06', 'rejected', 'meta-pixel'),
      fails('F08', 'rejected', 'meta-pixel'),
      fails('F17', 'rejected', 'meta-pixel'),
    ],
  }),
  findingSite({
    id: 'finding-scroll',
    about: 'Takes scrolling for a yes.',
    tags: [tag('marketing', 'leaky', [{ do: 'on-event', event: 'scroll', acts: meta }])],
    plan: { states: ['no-choice', 'scrolled'] },
    expected: [passes('F02', 'no-choice'), fails('F14', 'scrolled', 'meta-pixel')],
  }),
  findingSite({
    id: 'finding-withdrawal-ignored',
    about: 'What was stored after accept stays when consent is withdrawn.',
    tags: [tag('marketing', 'gated', meta)],
    plan: { states: ['accepted', 'withdrawn'] },
    expected: [fails('F07', 'withdrawn', 'meta-pixel'), passes('F08', 'withdrawn'), passes('F34', 'accepted')],
  }),
  findingSite({
    id: 'finding-withdrawal-honoured',
    about: 'Nothing that needs consent was ever stored, so nothing is left when it is withdrawn.',
    tags: [tag('marketing', 'gated', [metaPixel])],
    plan: { states: ['accepted', 'withdrawn'] },
    expected: [passes('F07', 'withdrawn'), passes('F06', 'withdrawn'), passes('F08', 'withdrawn')],
  }),
  findingSite({
    id: 'finding-library-only',
    about: 'Fetches a tag manager before the choice, which does nothing more.',
    tags: [tag('marketing', 'always', [request('script', 'https://www.googletagmanager.com/gtm.js?id=GTM-F1ND1NG')])],
    expected: [
      isUnclear('F03', 'no-choice', 'google-tag-manager'),
      isUnclear('F03', 'rejected', 'google-tag-manager'),
      passes('F02', 'no-choice'),
    ],
  }),
  findingSite({
    id: 'finding-library-in-germany',
    about: 'The same under German law, which a court reads strictly.',
    tags: [
      tag('marketing', 'always', [
        request('script', 'https://www.googletagmanager.com/gtm.js?id=GTM-F1ND1NG'),
        request('style', 'https://fonts.googleapis.com/css?family=Inter'),
      ]),
    ],
    plan: { jurisdiction: 'de', states: ['no-choice'] },
    expected: [fails('F03', 'no-choice', 'google-tag-manager'), fails('F36', 'no-choice', 'google')],
  }),
  findingSite({
    id: 'finding-container',
    about: 'A container brings one pixel, a snippet in the page another: each has to be changed in its own place.',
    ...UNASKED,
    pages: {
      '/': '<script src="https://www.googletagmanager.com/gtm.js?id=GTM-C0NTA1N"></script><a href="/next">Onward</a>',
      '/next': '<script>new Image().src = "https://px.ads.linkedin.com/collect?pid=4417"</script><p>That was all.</p>',
    },
    files: {
      // Answers do not depend on the query, the code does.
      'https://www.googletagmanager.com/gtm.js': file(
        'text/javascript',
        `if (document.currentScript.src.includes('GTM-C0NTA1N')) {
  document.cookie = '_fbp=fb.1.1763740000000.441790823311; path=/; max-age=7776000; samesite=Lax; secure'
  new Image().src = 'https://www.facebook.com/tr/?id=4417&ev=PageView'
}`,
      ),
    },
    plan: { states: ['no-choice'] },
    expected: [
      fixNames('GTM container GTM-C0NTA1N', fails('F01', 'no-choice', 'meta-pixel')),
      fixNames('GTM container GTM-C0NTA1N', fails('F02', 'no-choice', 'meta-pixel')),
      fixNames('container GTM-C0NTA1N', isUnclear('F03', 'no-choice', 'google-tag-manager')),
      fixNames('`finding-container.banner.lab.example/next` embeds', fails('F02', 'no-choice', 'linkedin-insight')),
      fixNames('GTM-C0NTA1N', fails('F09', 'no-choice')),
    ],
  }),
  findingSite({
    id: 'finding-embeds',
    about: 'A font and a video come from their vendors before anybody was asked.',
    tags: [
      tag('functional', 'always', [
        request('style', 'https://fonts.googleapis.com/css?family=Inter'),
        request('frame', 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ'),
      ]),
    ],
    plan: { states: ['no-choice'] },
    expected: [isUnclear('F36', 'no-choice', 'google')],
  }),
  findingSite({
    id: 'finding-affiliate',
    about: 'Writes down who sent the visitor before the visitor may choose.',
    tags: [tag('marketing', 'always', [cookie('kaff_4417', 'partner-88', 180)])],
    expected: [
      fails('F06', 'rejected', 'kartra'),
      fails('F10', 'rejected', 'kartra'),
      fails('F37', 'no-choice', 'kartra'),
    ],
  }),
  findingSite({
    id: 'finding-fingerprint',
    about: 'A script of an advertiser reads canvas, graphics card, audio and fonts.',
    tags: [tag('marketing', 'always', [request('script', 'https://connect.facebook.net/en_US/fingerprint.js')])],
    files: {
      'https://connect.facebook.net/en_US/fingerprint.js': file('text/javascript', script(readDevice).text),
    },
    expected: [fails('F29', 'no-choice', 'meta-pixel'), fails('F29', 'rejected', 'meta-pixel')],
  }),
  findingSite({
    id: 'finding-fingerprint-own',
    about: 'A script of the site itself reads the same; what for, a person has to ask.',
    tags: [
      tag('functional', 'always', [request('script', 'https://finding-fingerprint-own.banner.lab.example/check.js')]),
    ],
    files: { '/check.js': file('text/javascript', script(readDevice).text) },
    plan: { states: ['no-choice'] },
    expected: [isUnclear('F29', 'no-choice', 'finding-fingerprint-own.banner.lab.example')],
  }),
  findingSite({
    id: 'finding-long-lived',
    about: 'Trackers that ask for two years, and ids that may travel unencrypted.',
    tags: [tag('analytics', 'gated', [cookie('_ga', 'GA1.1.1093847562.1763740000', 730, false), analyticsHit()])],
    plan: { states: ['accepted'] },
    expected: [
      fails('F19', 'accepted', 'google-analytics'),
      fails('F21', 'accepted', 'google-analytics'),
      fails('F39', 'accepted', 'google-analytics'),
    ],
  }),
  findingSite({
    id: 'finding-disguised',
    about: 'A host of the site is an alias of a vendor.',
    tags: [tag('marketing', 'always', [request('beacon', 'https://metrics.finding-disguised.banner.lab.example/b')])],
    aliases: { 'metrics.finding-disguised.banner.lab.example': 'finding-disguised.sc.omtrdc.net' },
    plan: { lookups: { cnames: true } },
    expected: [
      fails('F02', 'no-choice', 'adobe-analytics'),
      fails('F08', 'rejected', 'adobe-analytics'),
      fails('F38', 'no-choice', 'adobe-analytics'),
      fails('F38', 'rejected', 'adobe-analytics'),
      isUnclear('F38', 'accepted', 'adobe-analytics'),
    ],
  }),
]
