import { expect, test } from 'vitest'
import { newItem } from '../../../main/new/item.ts'
import { shelves } from '../../../main/new/shelves.ts'

const ROOT = process.cwd()
const today = '2026-11-21'

test.each([
  ['a shelf there is not', 'drawers', 'x', 'there is no shelf "drawers"; there are vendors, cmps, '],
  ['an id of another form', 'signals', 'AcmeConsent', '"AcmeConsent" is no id for signals; write one such as acme-'],
  ['a rule without its number', 'rules', 'late-cookie', 'write one such as f40-'],
  ['a way out of the shelf', 'vendors', '../../x', '"../../x" is no id for vendors'],
  ['something that is there already', 'vendors', 'kartra', 'scanner/vendors/kartra.json is there already; edit it'],
])('%s is refused with the way out', async (_, shelf, id, message) => {
  await expect(newItem(ROOT, { shelf, id, today })).rejects.toThrow(message)
})

test('a shelf may be called by one of its things', async () => {
  const { files } = await newItem(ROOT, { shelf: 'vendor', id: 'brand-new', today })
  expect(files[0]?.path).toBe('scanner/vendors/brand-new.json')
})

test.each(shelves)('an item of $name has a file, a test and what is left to do', async ({ name, list, nameOf }) => {
  const id =
    { rules: 'f98-brand-new', steps: 'brandnew', reports: 'brandnew', jurisdictions: 'xx-ya' }[name] ?? 'brand-new'
  const { files, next } = await newItem(ROOT, { shelf: name, id, today })
  const ending = name === 'vendors' ? '.json' : '.ts'
  expect(files.map(({ path }) => path)).toEqual([
    `scanner/${name}/${id}${ending}`,
    `test/scanner/${name}/${id}${name === 'vendors' ? '.json' : '.test.ts'}`,
    ...(list === null ? [] : [`scanner/${name}/index.ts`]),
  ])
  if (list !== null) expect(files[2]?.text).toContain(`import { ${nameOf(id)} } from './${id}.ts'`)
  expect(next.length).toBeGreaterThan(1)
})
