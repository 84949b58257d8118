import { expect, test } from 'vitest'
import { legalLink, saysLegitimateInterest, saysNecessary } from '../../../../scanner/consent/interface/wording.ts'

test.each([
  ['Strictly necessary', true],
  ['Notwendige Cookies Immer aktiv', true],
  ['Cookies essentiels', true],
  ['Niezbędne', true],
  ['Απαραίτητα', true],
  ['Non-necessary', false],
  ['Nicht notwendige Cookies', false],
  ['Marketing', false],
  ['Statistik', false],
])('%j says that it is necessary: %s', (label, expected) => expect(saysNecessary(label)).toBe(expected))

test.each([
  ['Legitimate interest', true],
  ['Berechtigtes Interesse', true],
  ['Intérêt légitime', true],
  ['Uzasadniony interes', true],
  ['Interés legítimo', true],
  ['Interests and hobbies', false],
])('%j speaks of legitimate interest: %s', (label, expected) => expect(saysLegitimateInterest(label)).toBe(expected))

test.each([
  ['Privacy policy', 'https://shop.example/p', 'policy'],
  ['Datenschutzerklärung', 'https://shop.example/p', 'policy'],
  ['here', 'https://shop.example/cookie-policy', 'policy'],
  ['Impressum', 'https://shop.example/x', 'imprint'],
  ['our 812 partners', 'https://shop.example/x', 'vendors'],
  ['Liste der Anbieter', null, 'vendors'],
  ['Shop', 'https://shop.example/sale', undefined],
])('%j (%s) leads to %s', (text, url, what) => expect(legalLink(text, url)?.what).toBe(what))
