import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindowState } from '../../../scanner/store/window-state.ts'
import { temporaryFolder } from './temporary-folder.ts'

const SIZE = { width: 1440, height: 900 }

test('place and size are kept for the next start, whatever order they come in', async () => {
  const folder = await temporaryFolder()
  const window = openWindowState(folder)
  await Promise.all([window.keep({ size: SIZE }), window.keep({ place: '/knowledge?text=hj' })])
  expect(await openWindowState(folder).get()).toEqual({ place: '/knowledge?text=hj', size: SIZE })
})

for (const [name, text] of [
  ['no JSON', '{'],
  ['of another shape', '{"place":"https://evil.example/","size":{"width":1,"height":1}}'],
] as const)
  test(`a file that is ${name} is as good as none`, async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'window.json'), text)
    expect(await openWindowState(folder).get()).toEqual({ place: '/', size: null })
  })
