import { expect, test } from 'vitest'
import { showText } from '../../../../main/commands/knowledge/show-text.ts'
import { loadKnowledge } from '../../../../scanner/knowledge/load.ts'

const record = loadKnowledge().vendor('kartra')
if (record === null) throw new Error('there is no record of Kartra')
const shown = showText(record, { width: 10_000, colour: false })

/** What must be found by who reads up on Kartra: each fact in our words, and what of it must be printed. */
test.each([
  [
    'it is one system for funnels, mail, members, video and checkout',
    [/pages/i, /e-mail automation/i, /membership/i, /video/i, /checkout/i],
  ],
  ['course authors and sellers of digital products use it', [/course/i, /digital products/i]],
  ['its script runs on its own pages and on sites that embed it', [/snippet/i, /other sites|any site/i]],
  ['a lasting id recognises the visitor', [/lasting id/i]],
  ['the id is said to be in cookies called ktra_*, kept for more than a year', [/ktra_\*/, /P1Y|year/i]],
  ['page views, time on the page and scroll depth are recorded', [/page views/i, /time on the page/i, /scroll depth/i]],
  ['source, UTM parameters and referrer are kept for attribution', [/UTM/, /referrer/i, /attribut/i]],
  [
    'forms, purchases and watched films count as conversions',
    [/form submission/i, /purchase/i, /how far a video was watched/i],
  ],
  ['a click in an e-mail is joined with the visit and starts sequences', [/e-mail/i, /sequences/i]],
  ['forms collect name, address, phone and billing details', [/name/i, /e-mail address/i, /phone/i, /billing/i]],
  ['what forms collect goes to CRM and mailing', [/lead|CRM/i, /mailing|e-mail/i]],
  [
    'it is contacted at app.kartra.com, other hosts of kartra.com and a player host',
    [/app\.kartra\.com/, /\*\.kartra\.com/, /player\.kartra\.com/],
  ],
  ['tracking needs consent under the ePrivacy Directive', [/ePrivacy: consent needed/, /Art\. 5\(3\)/]],
  ['neither necessity nor a legitimate interest replaces it', [/legitimate interest/i]],
  [
    'it is profiling for direct marketing under the GDPR',
    [/profiling/i, /direct marketing/i, /21\(2\)/, /6\(1\)\(a\)/],
  ],
  ['form data has a basis of its own', [/contract/i, /basis/i]],
  ['in California it is to be disclosed and may be refused', [/CCPA/, /disclose/i, /opt-out/i]],
  ['it is marketing first, analytics second', [/Category: marketing/, /analytics/]],
  ['it is to be held back before consent', [/Hold it back before consent\?\n\s+Yes/]],
  ['forms can be kept working meanwhile', [/Keep working: form submission/i]],
  [
    'it has other names',
    [/Kartra funnels/i, /Kartra tracking/i, /Kartra marketing automation/i, /Kartra membership/i, /Kartra analytics/i],
  ],
  [
    'its industries are named',
    [/Computers/i, /Business and consumer services/i, /Marketing and advertising/i, /Programming/i],
  ],
  ['the questions people ask are answered', [/need cookie consent\?/i, /collect\?/i, /held back/i]],
  ['its site is named', [/https:\/\/kartra\.com\//]],
  [
    'related vendors are named',
    [
      /google-ads/,
      /google /,
      /microsoft-uet/,
      /microsoft-dynamics-365/,
      /microsoft /,
      /linkedin-insight/,
      /consentstack/i,
    ],
  ],
  ['goals are opt-ins, page visits and purchases', [/opt-ins, page visits and purchases/i]],
  ['figures of links and products differ by other entry points', [/On another way in/i, /without the tracking link/i]],
  ['another device splits the record', [/On another device/i, /Each device/i]],
  ['cleared cookies lose the first click', [/After cookies were cleared/i, /forgotten/i]],
  [
    'with essential cookies only an unknown visitor is not unique and leaves no log',
    [/essential cookies only: unique visitors/i, /action log/i],
  ],
  [
    'a known lead keeps timers and redirects',
    [/known lead: countdown timers/i, /known lead: redirects/i, /GDPR status/i],
  ],
  ['a lead becomes known by a form or a link', [/filling in a form or following a link/i]],
  ['forms and orders are filed under a lead', [/under a lead of the account/i, /mailing lists/i]],
  ['opens and clicks of mails are joined with visits', [/opens and clicks of its e-mails/i]],
  ['a link may have no goal', [/without a goal/i, /one link per channel/i]],
  ['links count clicks, goals and revenue', [/clicks, goals met and the revenue/i]],
  ['sales count checkouts, sales, later charges and revenue', [/visitors of the checkout, sales, later charges/i]],
  [
    'the sources disagree about cookies, and it says so',
    [/ktra_\*/, /kuuid/, /kaff_\*/, /Claims we could not confirm/],
  ],
  ['and about the player and the short domain', [/player\.kartra\.com/, /krtra\.com/]],
  ['how sure each fact is, is told', [/read in code \[/, /documented by others \[/, /Disputed: /]],
])('%s', (_, told) => {
  for (const words of told) expect(shown).toMatch(words)
})

test('each fact of hosts, requests, storage and marks names its sources and how sure it is', () => {
  const facts = [...record.domains, ...record.endpoints, ...record.storage, ...record.marks]
  for (const { confidence, sources } of facts) {
    expect(confidence).not.toBe('inferred')
    for (const source of sources) expect(record.provenance.sources[source]?.seen).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
  for (const { source } of [...record.effects, ...record.selfLabels])
    expect(record.provenance.sources).toHaveProperty(source)
})
