import { expect, test } from 'vitest'
import { isOurWindow, mayAsk, mayFrame, mayOpenOutside, maySave, outsideQuestion } from '../../main/window-rights.ts'

for (const [name, may, wanted] of [
  ['our page may copy', mayAsk('clipboard-sanitized-write', 'app://ui/'), true],
  ['its origin may copy', mayAsk('clipboard-sanitized-write', 'app://ui'), true],
  ['a name that begins like ours may not', mayAsk('clipboard-sanitized-write', 'app://ui.example/'), false],
  ['nobody may read the clipboard', mayAsk('clipboard-read', 'app://ui/'), false],
  ['what our page made may be saved', maySave('blob:app://ui/1a'), true],
  ['what another made may not', maySave('blob:https://x.example/1a'), false],
  ['what lies elsewhere may not', maySave('https://x.example/a.exe'), false],
  ['a report may be framed', mayFrame('app://ui/preview/1a'), true],
  ['our own window may not', mayFrame('app://ui/'), false],
  ['the open web may not', mayFrame('https://x.example/app://ui/preview/'), false],
  ['a secure address may be opened outside', mayOpenOutside('https://x.example/'), true],
  ['a plain one may not', mayOpenOutside('http://x.example/'), false],
  ['a file may not', mayOpenOutside('file:///etc/passwd'), false],
  ['what is no address may not', mayOpenOutside('https'), false],
] as const)
  test(name, () => expect(may).toBe(wanted))

const mainFrame = { origin: 'app://ui' }
const contents = { mainFrame }

for (const [name, sent, is] of [
  ['the page of our window', { sender: contents, senderFrame: mainFrame }, true],
  ['a frame in it, even of our own origin', { sender: contents, senderFrame: { origin: 'app://ui' } }, false],
  ['a frame that is gone', { sender: contents, senderFrame: null }, false],
  ['another window', { sender: { mainFrame }, senderFrame: mainFrame }, false],
] as const)
  test(`${name} ${is ? 'is' : 'is not'} heard`, () => expect(isOurWindow(sent, contents)).toBe(is))

test('a page that stands in our window and is not ours is not heard', () => {
  const foreign = { origin: 'https://x.example' }
  const strange = { mainFrame: foreign }
  expect(isOurWindow({ sender: strange, senderFrame: foreign }, strange)).toBe(false)
})

test('whoever is asked sees where it leads, and refuses by a slip of the hand', () => {
  const { detail, buttons, defaultId, cancelId } = outsideQuestion(`https://x.example/${'a'.repeat(5000)}`)
  expect(detail).toMatch(/^https:\/\/x\.example\/a{1000}/)
  expect([detail.length, buttons[defaultId], buttons[cancelId]]).toEqual([2000, 'Cancel', 'Cancel'])
})
