import { describe, expect, test } from 'vitest'
import { declaredInTables, namesIn, type PageTable } from '../../../scanner/declared/tables.ts'

const told = (...tables: readonly PageTable[]) =>
  declaredInTables(tables).map(
    ({ name, provider, category, days }) =>
      `${name} | ${provider} | ${category} | ${days === null ? null : Math.round(days)}`,
  )

describe('tables of policies', () => {
  const cases: readonly (readonly [string, PageTable, readonly string[]])[] = [
    [
      'Cookiebot: the category stands above, the type of storage in a column',
      {
        heading: 'Statistics (1)',
        rows: [
          ['Name', 'Provider', 'Purpose', 'Maximum Storage Duration', 'Type'],
          ['_ga', 'Google', 'Registers a unique ID', '2 years', 'HTTP Cookie'],
        ],
      },
      ['_ga | Google | analytics | 731'],
    ],
    [
      'German, with the category in a column',
      {
        heading: 'Unsere Cookies',
        rows: [
          ['Cookie', 'Anbieter', 'Kategorie', 'Laufzeit'],
          ['PHPSESSID', 'Eigene Website', 'Notwendig', 'Sitzung'],
          ['_fbp', 'Meta', 'Marketing', '3 Monate'],
        ],
      },
      ['PHPSESSID | Eigene Website | necessary | 0', '_fbp | Meta | marketing | 91'],
    ],
    [
      'French, several names in one cell, and a group in a row of its own',
      {
        heading: null,
        rows: [
          ['Nom', 'Finalité', 'Durée'],
          ['Cookies publicitaires', '', ''],
          ['_gcl_au, _gcl_aw', 'Publicité', '90 jours'],
          ['Cookies de mesure d’audience', '', ''],
          ['_pk_id.*\n_pk_ses.*', 'Matomo', '13 mois'],
        ],
      },
      [
        '_gcl_au | null | marketing | 90',
        '_gcl_aw | null | marketing | 90',
        '_pk_id.* | null | analytics | 396',
        '_pk_ses.* | null | analytics | 396',
      ],
    ],
    [
      'a header below a title row',
      { heading: 'Cookies', rows: [['Our cookies'], ['Name', 'Expires'], ['sid', 'session']] },
      ['sid | null | null | 0'],
    ],
    [
      'a card for each service, as Borlabs shows it',
      {
        heading: 'Marketing',
        rows: [
          ['Name', 'Meta Pixel'],
          ['Anbieter', 'Meta Platforms Ireland Limited'],
          ['Zweck', 'Werbung'],
          ['Cookie Name', '_fbp,act,c_user'],
          ['Cookie Laufzeit', 'Sitzung / 1 Jahr'],
        ],
      },
      [
        '_fbp | Meta Platforms Ireland Limited | marketing | 365',
        'act | Meta Platforms Ireland Limited | marketing | 365',
        'c_user | Meta Platforms Ireland Limited | marketing | 365',
      ],
    ],
    [
      'a table of prices declares nothing',
      {
        heading: 'Prices',
        rows: [
          ['Name', 'Price'],
          ['Course', '99'],
        ],
      },
      [],
    ],
    ['a table of people declares nothing', { heading: null, rows: [['Jane Doe', 'Managing director']] }, []],
    [
      'a row whose name is a sentence declares nothing',
      {
        heading: null,
        rows: [
          ['Cookie', 'Duration'],
          ['We use some more cookies from time to time', '1 year'],
        ],
      },
      [],
    ],
    ['an empty table declares nothing', { heading: null, rows: [] }, []],
  ]
  for (const [name, table, expected] of cases) test(name, () => expect(told(table)).toEqual(expected))
})

test.each([
  ['_ga', ['_ga']],
  ['_ga, _gid and _gat', ['_ga', '_gid', '_gat']],
  ['_hjSession_{site_id}', ['_hjSession_{site_id}']],
  ['_ga (Google Analytics)', ['_ga']],
  ['“sid”', ['sid']],
  ['_ga _gid', ['_ga', '_gid']],
  ['Google Analytics', []],
  ['', []],
])('names in %s', (cell, names) => expect(namesIn(cell)).toEqual(names))
