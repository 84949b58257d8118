import { describe, expect, test } from 'vitest'
import { vendorRecord } from '../../../main/new/vendor-record.ts'
import { cookieFacts } from '../../../scanner/knowledge/cookie-facts.ts'
import { listedCookies, type ListedCookie } from '../../../scanner/knowledge/cookie-lists.ts'
import { isGenericName } from '../../../scanner/knowledge/generic-name.ts'
import { compile } from '../../../scanner/knowledge/knowledge.ts'
import { sourcesOfCheckout } from '../../../scanner/knowledge/sources.ts'
import type { VendorRecord } from '../../../scanner/knowledge/vendor-record.ts'

/** No records: what the lists alone would say. */
const knowledge = compile({ ...sourcesOfCheckout(), records: [] })
const cookie = (name: string, domain: string | null = 'shop.example', party: 'first' | 'third' | null = 'first') =>
  knowledge.identifyCookie({ name, domain, party }).identification

const listed = (name: string, more: Partial<ListedCookie> = {}): ListedCookie => ({
  name,
  platform: 'Acme',
  word: 'Functional',
  hosts: [],
  thirdParty: false,
  list: 'a list',
  ...more,
})

const storedItem: VendorRecord['storage'][number] = {
  name: 'x',
  areas: ['cookie'],
  party: 'third',
  category: 'marketing',
  identifier: true,
  purpose: 'told apart by it',
  lifetime: {},
  confidence: 'inferred',
  sources: ['memory'],
}

describe('where the lists stand on the wrong side of the gate they are corrected', () => {
  test.each([
    ['li_fat_id', 'marketing'],
    ['test_cookie', 'marketing'],
    ['_hjSession_123', 'analytics'],
    ['_hjSessionUser_123', 'analytics'],
    ['_vwo_uuid', 'analytics'],
    ['_vwo_uuid_v2', 'analytics'],
    ['_vis_opt_s', 'analytics'],
    ['_vis_opt_exp_1_combi', 'analytics'],
    ['SRM_B', 'marketing'],
    ['YSC', 'marketing'],
    ['ai_user', 'analytics'],
    ['ai_session', 'analytics'],
    ['_conv_v', 'analytics'],
    ['intercom-id-abc', 'functional'],
    ['intercom-session-abc', 'functional'],
    ['__eoi', 'marketing'],
  ])('%s is %s', (name, category) => {
    const domains = { test_cookie: '.doubleclick.net', SRM_B: '.microsoft.com', YSC: '.youtube.com' }
    const domain = domains[name as keyof typeof domains]
    const answer = domain === undefined ? cookie(name) : cookie(name, domain, 'third')
    expect([answer.category, answer.layer]).toEqual([category, 'cookie-facts'])
    expect(answer.source).toContain('corrected by us')
  })
})

test('no list makes an item necessary, and what it calls functional is disputed', () => {
  const facts = cookieFacts([])
  expect(facts.length).toBeGreaterThan(2_000)
  expect(facts.filter(({ category }) => category === 'necessary')).toEqual([])
  expect(cookie('wp-settings-1')).toMatchObject({ category: 'functional', disputed: true, confidence: 'indicative' })
})

test('what an ad platform calls functional waits for review', () => {
  const facts = cookieFacts(
    [],
    [listed('acme_a', { word: 'Marketing' }), listed('acme_b', { word: 'Marketing' }), listed('acme_c')],
  )
  expect(facts.map(({ category }) => category)).toEqual(['marketing', 'marketing', 'unclassified'])
})

describe('a common name says nothing without its host', () => {
  test.each(['uid', 'm', 'ts', 'sb', 'token', 'A3', 'session_id', 'lang', 'visitor_id', 'userId'])('%s', (name) => {
    expect(isGenericName(name)).toBe(true)
    expect(cookie(name, null, null).layer).not.toBe('cookie-facts')
    expect(cookie(name).layer).not.toBe('cookie-facts')
  })
  test('but with it', () => expect(cookie('uid', '.adform.net', 'third').category).toBe('marketing'))
  test.each(['_ga', '_fbp', 's_cc', 'FPID', 'OptanonConsent', '_ttp', '__cf_bm', 'hubspotutk', 'mp_*'])(
    '%s is nobody else',
    (name) => expect(isGenericName(name)).toBe(false),
  )
})

test("the site's own session, forgery protection and choice are left to the site", () => {
  for (const name of ['PHPSESSID', 'XSRF-TOKEN', 'cookie_notice_accepted'])
    expect(cookie(name)).toMatchObject({ layer: 'site', category: 'necessary' })
})

test('the lists are read as they are: flags, placeholders, domains', () => {
  const byName = new Map(listedCookies().map((each) => [each.name, each]))
  expect(byName.get('_hjSession_*')).toMatchObject({ platform: 'Hotjar', hosts: [] })
  expect(byName.get('IDE')?.hosts).toEqual(['*.doubleclick.net'])
  expect([...byName.values()].filter(({ list }) => list === 'tarteaucitron').length).toBeGreaterThan(50)
  expect([...byName.keys()].filter((name) => !/^[\w.:*-]+$/.test(name))).toEqual([])
})

test('a name we know to belong to certain hosts is not widened by a list', () => {
  const acme = { ...vendorRecord('acme', '2026-11-21') }
  const bound = { ...acme, storage: [{ ...storedItem, name: 'acme_seen', hosts: ['*.acme.example'] }] }
  const list = [listed('acme_seen', { hosts: ['*.acme.example'] }), listed('acme_free', { hosts: ['*.acme.example'] })]
  expect(cookieFacts([bound], list).map(({ name, hosts }) => [name, hosts.length])).toEqual([
    ['acme_seen', 1],
    ['acme_free', 1],
    ['acme_free', 0],
  ])
})
