import { expect, test } from 'vitest'
import { lifetimeDays } from '../../../scanner/declared/lifetime.ts'

test.each([
  ['2 years', 730.5],
  ['1 year 1 month 4 days', 399.6875],
  ['13 Monate', 395.6875],
  ['2 Jahre', 730.5],
  ['Sitzung', 0],
  ['Session', 0],
  ['Sitzungsende', 0],
  ['30 Minuten', 30 / 1440],
  ['24 Stunden', 1],
  ['6 mois', 182.625],
  ['un an', 365.25],
  ['13 meses', 395.6875],
  ['2 años', 730.5],
  ['sesión', 0],
  ['2 anni', 730.5],
  ['90 giorni', 90],
  ['1 jaar', 365.25],
  ['3 maanden', 91.3125],
  ['30 dni', 30],
  ['2 lata', 730.5],
  ['1 rok', 365.25],
  ['1 år', 365.25],
  ['30 dage', 30],
  ['400 dager', 400],
  ['12 kuukautta', 365.25],
  ['two years', 730.5],
  ['a year', 365.25],
  ['up to 180 days', 180],
  ['30 Tage / 1 Jahr', 365.25],
  ['6 to 12 months', 365.25],
  ['1.5 hours', 1.5 / 24],
  ['persistent', null],
  ['Persistent session', null],
  ['', null],
  [null, null],
  ['see above', null],
])('%s', (text, days) => {
  const told = lifetimeDays(text)
  if (days === null || told === null) expect(told).toBe(days)
  else expect(told).toBeCloseTo(days, 3)
})
