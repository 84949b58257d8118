import { expect, test } from 'vitest'
import { declaredByOneTrust, declaredByUsercentrics } from '../../../scanner/declared/platform-lists.ts'

const cookie = { Name: '_fbp', Host: 'shop.example', IsSession: false, Length: '90' }
const fbp = { name: '_fbp', provider: 'shop.example', category: 'marketing', lifetimeText: '90', days: 90 }

test.each([
  [
    'groups with all cookies',
    { Groups: [{ GroupName: 'Targeting', CustomGroupId: 'C0004', Cookies: [cookie] }] },
    [fbp],
  ],
  [
    'first-party cookies',
    { Groups: [{ GroupName: 'Zielgruppen', OptanonGroupId: 'C0004', FirstPartyCookies: [cookie] }] },
    [fbp],
  ],
  [
    'cookies of other hosts, sessions among them',
    {
      Groups: [
        {
          GroupName: 'Targeting',
          Hosts: [{ HostName: 'ads.example', Cookies: [{ Name: 's', IsSession: true, Length: 1 }] }],
        },
      ],
    },
    [{ name: 's', provider: 'ads.example', category: 'marketing', days: 0 }],
  ],
  [
    'the same cookie in two lists is one',
    { Groups: [{ GroupName: 'Targeting', Cookies: [cookie], FirstPartyCookies: [cookie] }] },
    [fbp],
  ],
  [
    'a group of its own kind',
    { Groups: [{ GroupName: 'Sonstiges', CustomGroupId: 'X1', Cookies: [cookie] }] },
    [{ ...fbp, category: null }],
  ],
  ['nothing of the kind', { Groups: 'none' }, []],
  ['nothing at all', null, []],
])('OneTrust: %s', (_, list, expected) => expect(declaredByOneTrust(list)).toMatchObject(expected))

test.each([
  [
    'services that say what they store',
    [
      {
        name: 'Meta Pixel',
        categorySlug: 'marketing',
        processingCompany: { name: 'Meta Platforms Ireland Ltd.' },
        deviceStorage: { disclosures: [{ identifier: '_fbp', maxAgeSeconds: 7_776_000, type: 'cookie' }] },
      },
      { name: 'Silent service', categorySlug: 'essential' },
    ],
    [{ name: '_fbp', provider: 'Meta Platforms Ireland Ltd.', category: 'marketing', days: 90 }],
  ],
  ['nothing of the kind', { services: [] }, []],
])('Usercentrics: %s', (_, list, expected) => expect(declaredByUsercentrics(list)).toMatchObject(expected))
