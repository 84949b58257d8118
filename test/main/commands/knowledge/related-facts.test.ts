import { expect, test } from 'vitest'
import { showText } from '../../../../main/commands/knowledge/show-text.ts'
import { loadKnowledge } from '../../../../scanner/knowledge/load.ts'

const knowledge = loadKnowledge()

/** What must be found by who reads up on the vendors that stand beside Kartra: facts in our words. */
test.each([
  ['google-ads', 'search, display and remarketing', [/search, display and remarketing/i, /landing pages/i]],
  ['google-ads', 'conversions after clicks, audiences', [/conversions/i, /audiences/i, /_gcl_au/, /IDE/]],
  ['google', 'analytics, ads and infrastructure', [/analytics, advertising and web infrastructure/i, /tag/i]],
  ['google', 'behaviour, bots and lasting cookies', [/behaviour/i, /detect bots/i, /lasting cookies/i, /NID/]],
  ['google-analytics', 'ids, page views and events', [/client id/i, /page views/i, /_ga/]],
  ['google-tag-manager', 'loads tags, sets no cookie itself', [/no cookie/i, /rules/i, /Disputed/]],
  ['recaptcha', 'tells bots by behaviour', [/Mouse movements/i, /_GRECAPTCHA/, /rc::a/]],
  ['microsoft', 'Clarity, UET and the cookie they share', [/Clarity/, /Universal Event Tracking/, /MUID/]],
  ['microsoft', 'mouse, clicks and rage clicks', [/mouse movements, clicks and rage clicks/i, /conver|audience/i]],
  ['microsoft-uet', 'formerly Bing Ads, page views and events', [/Bing Ads/, /page views/i, /_uetsid/, /_uetvid/]],
  ['microsoft-uet', 'search and audience network', [/search results/i, /audience network/i, /click id/i]],
  ['microsoft-clarity', 'replays and heat maps', [/replays/i, /heat maps/i, /rage-click/i, /_clck/, /_clsk/]],
  ['microsoft-dynamics-365', 'CRM and ERP with forms', [/CRM and ERP/, /forms/i, /score leads/i]],
  ['microsoft-dynamics-365', 'profiles by cookies', [/profiles/i, /cookies/i, /msdynci_trackingContext/]],
  ['linkedin-insight', 'every page view with address and device', [/every page view/i, /referrer/i, /IP address/i]],
  ['linkedin-insight', 'conversions, demographics, members', [/conversions/i, /professional/i, /member/i, /li_sugr/]],
  ['consentstack', 'holds back and releases', [/consent is denied/i, /releases/i, /directory/i]],
])('%s: %s', (id, _, told) => {
  const record = knowledge.vendor(id)
  if (record === null) throw new Error(`there is no record of ${id}`)
  const shown = showText(record, { width: 10_000, colour: false })
  for (const words of [...told, /ePrivacy: /, /GDPR: /, /CCPA/, /Hold it back before consent\?/, /Reviewed 20/])
    expect(shown).toMatch(words)
})
