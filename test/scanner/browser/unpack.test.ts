import { expect, test } from 'vitest'
import { tarEntries } from '../../../scanner/browser/unpack.ts'

test('the plain files of an archive come out with name, mode and content', () => {
  const tar = archive(['lib/', '5', ''], ['lib/a.so', '0', 'A'.repeat(600)], ['b', '0', ''])
  const entries = [...tarEntries(tar)].map(({ name, mode, content }) => [name, mode, content.toString()])
  expect(entries).toEqual([
    ['lib/a.so', 0o644, 'A'.repeat(600)],
    ['b', 0o644, ''],
  ])
})

for (const [name, tar, message] of [
  ['climbs out of its folder', archive(['lib/../../evil', '0', 'x']), /reaches outside/],
  ['names an absolute place', archive(['/etc/passwd', '0', 'x']), /reaches outside/],
  ['holds a link', archive(['link', '2', '']), /unknown kind "2"/],
  ['was cut off', archive(['lib/a.so', '0', 'A'.repeat(600)]).subarray(0, 1024), /ends in the middle of lib\/a\.so/],
] as const)
  test(`an archive that ${name} is refused`, () => {
    expect(() => [...tarEntries(tar)]).toThrow(message)
  })

function archive(...entries: readonly (readonly [name: string, type: string, content: string])[]): Buffer {
  const parts = entries.flatMap(([name, type, content]) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write('0000644\0', 100)
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write(type, 156)
    return [header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return Buffer.concat([...parts, Buffer.alloc(1024)])
}
