import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freshProfile } from '../../../scanner/browser/profile.ts'
import { openRealBrowser } from '../../evidence/real-browser.ts'

const SET = { 'set-cookie': 'uid=1; Secure; SameSite=None; Max-Age=86400' }
const pages = {
  'shop.example/page': '<img src="https://tracker.example/pixel"><iframe src="https://tracker.example/frame"></iframe>',
  'tracker.example/pixel': { headers: SET },
  'tracker.example/frame': `<script>document.cookie = 'framed=1; Secure; SameSite=None'</script>`,
}

for (const [thirdPartyCookies, jar, effect] of [
  ['allow', ['framed', 'uid'], 'set'],
  ['block', [], 'refused'],
] as const)
  test(`third-party cookies are ${thirdPartyCookies === 'allow' ? 'allowed' : 'blocked'} when the plan says so`, async () => {
    const browser = await openRealBrowser({ pages, thirdPartyCookies })
    onTestFinished(() => browser.close())
    const visit = await browser.visit()
    await visit.goTo('https://shop.example/page')
    await visit.observing.snapshot()
    expect(
      visit
        .drafts('cookie')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(jar)
    const writes = visit.drafts('cookie-write').map(({ name, setBy, effect: what }) => `${name} ${setBy} ${what}`)
    expect(writes.toSorted()).toEqual([`framed script ${effect}`, `uid http ${effect}`])
    const byHttp = visit.drafts('cookie-write').find(({ setBy }) => setBy === 'http')
    expect(byHttp?.refusedBecause === null).toBe(effect === 'set')
  })

test('a profile is a folder of its own, and gone when it is removed', async () => {
  const [one, other] = [await freshProfile('allow'), await freshProfile('allow')]
  expect(one.folder).not.toBe(other.folder)
  await Promise.all([one.remove(), other.remove()])
  expect([one, other].map(({ folder }) => existsSync(folder))).toEqual([false, false])
})

test('the profile of a scan that was killed is swept by the next one, that of a running one is not', async () => {
  const own = await freshProfile('allow')
  const [prefix] = own.folder.split(`${process.pid}-`)
  const ended = spawnSync(process.execPath, ['--version']).pid
  const [left, socketFolder] = [`${prefix}${ended}-killed`, join(tmpdir(), `org.chromium.Chromium.${process.pid}`)]
  await mkdir(left)
  await mkdir(socketFolder)
  await symlink(join(socketFolder, 'SingletonSocket'), join(left, 'SingletonSocket'))
  const next = await freshProfile('allow')
  expect([left, socketFolder, own.folder].map((folder) => existsSync(folder))).toEqual([false, false, true])
  await own.remove()
  await next.remove()
})
