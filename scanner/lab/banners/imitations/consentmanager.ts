import type { BannerSite } from '../model.ts'
import { script } from '../page.ts'
import { compliant, secondLayer } from '../site.ts'
import type { BannerScript } from '../runtime-model.ts'
import { tcStrings } from '../tc-strings.ts'
import { runTcfApi } from '../tcf-runtime.ts'
import type { BannerWords } from '../words.ts'
import { barOf, cookie, imitation } from './imitation.ts'

const CMP_ID = 31
const KEPT = ['__cmpconsent31_1', '__cmpcc'] as const

/** consentmanager's box, under the TCF: its buttons are links with the role of one. */
export const consentmanagerSites = (): readonly BannerSite[] => [
  imitation(
    {
      id: 'consentmanager-optin',
      about: 'Both answers side by side.',
      language: 'de',
      truth: compliant('consentmanager', ...KEPT),
    },
    (words) => banner(words, true),
    { '/tcf.js': script(runTcfApi, CMP_ID, KEPT[0]) },
  ),
  imitation(
    {
      id: 'consentmanager-custom',
      about: 'Refusing takes the settings.',
      language: 'sv',
      truth: secondLayer('consentmanager', ...KEPT),
    },
    (words) => banner(words, false),
    { '/tcf.js': script(runTcfApi, CMP_ID, KEPT[0]) },
  ),
]

function banner(words: BannerWords, hasNo: boolean): Partial<BannerScript> {
  const { all, nothing } = tcStrings(CMP_ID)
  const link = (name: string, label: string): string =>
    `<a class="cmpboxbtn ${name} button" role="button" href="#" style="background:#eee;color:#222;display:inline-block">${label}</a>`
  return {
    root: '<div id="cmpwrapper"></div>',
    css: barOf('#cmpbox'),
    layers: {
      first: `<div id="cmpbox" class="cmpbox cmpstyleroot cmpbox14" role="dialog" aria-modal="true"><div class="cmpboxinner"><div class="cmpboxhead"><h2 class="cmpboxheadlogo">${words.title}</h2></div>
<div class="cmpmore"></div><div class="cmpboxcontent"><p>${words.text}</p></div><div class="cmpboxbtns">${link('cmpboxbtncustom cmptxt_btn_settings', words.settings)}${hasNo ? link('cmpboxbtnno cmptxt_btn_no', words.reject) : ''}${link('cmpboxbtnyes cmptxt_btn_yes', words.accept)}</div></div></div>`,
      second: `<div id="cmpbox" class="cmpbox cmpBoxWelcome" role="dialog" aria-modal="true"><div class="cmpboxinner"><h2>${words.settings}</h2><p>${words.text}</p>
<table class="cmptblbox"><tr><td>${words.analytics}</td></tr><tr><td>${words.marketing}</td></tr></table>
${link('cmpboxbtnrejectcustomchoices', words.reject)}${link('cmpboxbtnyescustomchoices', words.save)}${link('cmpboxbtnacceptcustomchoices', words.accept)}</div></div>`,
    },
    presses: [
      { on: '.cmpboxbtnyes, .cmpboxbtnacceptcustomchoices', does: 'accept' },
      { on: '.cmpboxbtnno, .cmpboxbtnrejectcustomchoices', does: 'reject' },
      { on: '.cmpboxbtncustom', does: 'open' },
      { on: '.cmpboxbtnyescustomchoices', does: 'save' },
    ],
    switches: {},
    stores: [
      cookie('__cmpconsent31_1', `[[marketing?${all}:${nothing}]]`, 'none'),
      cookie('__cmpcc', '1'),
      cookie('__cmpcvc', '[[marketing?__c1_s40_s23_U__:__]]'),
    ],
    recalls: { area: 'cookie', name: '__cmpcvc', yes: { marketing: 's40' }, onlyIf: null },
  }
}
