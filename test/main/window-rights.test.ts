import { expect, test } from 'vitest'
import { mayAsk, mayFrame, mayOpenOutside, maySave } from '../../main/window-rights.ts'

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
