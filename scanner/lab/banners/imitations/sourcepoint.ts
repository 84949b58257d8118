import { runFramedBanner } from '../banner-runtime.ts'
import type { BannerFile, BannerSite, BannerTruth } from '../model.ts'
import { script } from '../page.ts'
import type { BannerScript, Press } from '../runtime-model.ts'
import { compliant, secondLayer } from '../site.ts'
import { tcStrings } from '../tc-strings.ts'
import { runTcfApi } from '../tcf-runtime.ts'
import { bannerWords, type BannerWords } from '../words.ts'
import { cookie, imitation, local } from './imitation.ts'

const CMP_ID = 6
const KEPT = ['_sp_user_consent_31', 'euconsent-v2'] as const
const HOST = 'https://cdn.privacy-mgmt.com'

/** Sourcepoint's message: a frame of another site, under the TCF. */
export const sourcepointSites = (): readonly BannerSite[] => [
  site('sourcepoint-optin', 'Both answers side by side.', 'en', 13, compliant('Sourcepoint', ...KEPT)),
  site('sourcepoint-german', 'The same in German.', 'de', 13, compliant('Sourcepoint', ...KEPT)),
  site(
    'sourcepoint-manager',
    'Refusing takes the privacy manager, in a frame of its own.',
    'fr',
    null,
    secondLayer('Sourcepoint', ...KEPT),
  ),
]

/** What the message offers beside accepting and its options: 13 refuses, 9 sells a subscription. */
export type Choices = 13 | 9 | null

export function site(id: string, about: string, language: string, choice: Choices, truth: BannerTruth): BannerSite {
  const words = bannerWords(language)
  const frames = {
    first: `${HOST}/index.html?message_id=${id}&consent_origin=lab`,
    second: `${HOST}/privacy-manager/index.html?message_id=${id}`,
  }
  return imitation(
    {
      id,
      about,
      language,
      truth,
      files: {
        [frames.first]: frame(message(words, choice)),
        [frames.second]: frame(manager(words)),
        [`${HOST}/lab.js`]: script(runFramedBanner, PRESSES, {}),
      },
    },
    () => banner(frames),
    { '/tcf.js': script(runTcfApi, CMP_ID, 'euconsent-v2') },
  )
}

function banner(frames: NonNullable<BannerScript['frames']>): Partial<BannerScript> {
  const { all, nothing } = tcStrings(CMP_ID)
  const holder = `<iframe src="{src}" title="SP Consent Message" style="width:100%;height:100%;border:0"></iframe>`
  return {
    place: 'frame',
    root: '<div id="sp_message_container_31" style="position:fixed;inset:auto 0 0 0;height:340px;z-index:2147483647;background:#fff"></div>',
    layers: { first: holder, second: holder },
    frames,
    presses: PRESSES,
    switches: {},
    stores: [
      local(
        '_sp_user_consent_31',
        '{"gdpr":{"consentStatus":{"hasConsentData":true,"consentedAll":[[marketing?true:false]],"rejectedAll":[[marketing?false:true]],"consentedToAny":[[marketing?true:false]],"rejectedAny":[[marketing?false:true]]}}}',
      ),
      cookie('euconsent-v2', `[[marketing?${all}:${nothing}]]`, 'none'),
    ],
    recalls: {
      area: 'local',
      name: '_sp_user_consent_31',
      yes: { marketing: '"consentedAll":true' },
      onlyIf: '"hasConsentData":true',
    },
  }
}

const PRESSES: readonly Press[] = [
  { on: '.sp_choice_type_11, .sp_choice_type_ACCEPT_ALL', does: 'accept' },
  { on: '.sp_choice_type_13, .sp_choice_type_REJECT_ALL', does: 'reject' },
  { on: '.sp_choice_type_12', does: 'open' },
  { on: '.sp_choice_type_SAVE_AND_EXIT', does: 'save' },
  { on: '.sp_choice_type_9', does: 'pay' },
]

function message(words: BannerWords, choice: Choices): string {
  const other =
    choice === 13 ? button(13, words.reject) : choice === 9 ? button(9, 'Jetzt abonnieren für 2,99 € im Monat') : ''
  return `<div id="notice" class="message type-modal" role="dialog"><p class="message-component message-title">${words.title}</p>
<p class="message-component">${words.text}</p><div class="message-row">${choice === 9 ? '' : button(12, words.settings)}${other}${button(11, words.accept)}</div></div>`
}

function manager(words: BannerWords): string {
  return `<div class="message type-modal" role="dialog"><div role="tablist"><button role="tab" aria-selected="true">${words.settings}</button></div>
<p>${words.text}</p><p>${words.analytics}: <b>off</b> · ${words.marketing}: <b>off</b></p>
${button('REJECT_ALL', words.reject)}${button('SAVE_AND_EXIT', words.save)}${button('ACCEPT_ALL', words.accept)}</div>`
}

function button(type: number | string, label: string): string {
  return `<button class="message-component message-button no-children focusable sp_choice_type_${type}" title="${label}">${label}</button> `
}

function frame(body: string): BannerFile {
  return {
    type: 'text/html',
    text: `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>message</title>
<style>body { margin: 1em 2em; font: 15px/1.4 sans-serif } button { padding: .6em 1.2em; font: inherit }</style>
${body}<script src="/lab.js"></script>`,
  }
}
