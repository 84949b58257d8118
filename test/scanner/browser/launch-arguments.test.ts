import { expect, test } from 'vitest'
import { launchArguments, ordinaryUserAgent, type LaunchNeeds } from '../../../scanner/browser/launch-arguments.ts'
import { ACCESS } from '../../evidence/plan.ts'

const NEEDS: LaunchNeeds = {
  locale: 'en-GB',
  access: ACCESS,
  version: '156.0.8078.79',
  platform: 'linux',
  profile: '/tmp/profile',
  isRoot: false,
  trustedKeys: [],
  sendsGpc: false,
}

function flag(name: string, needs: Partial<LaunchNeeds> = {}): string | undefined {
  const found = launchArguments({ ...NEEDS, ...needs }).filter((each) => each === name || each.startsWith(`${name}=`))
  expect(found.length).toBeLessThanOrEqual(1)
  return found[0]?.slice(name.length + 1)
}

for (const [platform, system] of [
  ['linux', 'X11; Linux x86_64'],
  ['darwin', 'Macintosh; Intel Mac OS X 10_15_7'],
  ['win32', 'Windows NT 10.0; Win64; x64'],
  ['freebsd', 'X11; Linux x86_64'],
] as const)
  test(`the user agent on ${platform} is the reduced one of a browser with a window`, () => {
    const expected = `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36`
    expect(ordinaryUserAgent({ version: '156.0.8078.79', platform })).toBe(expected)
    expect(flag('--user-agent', { platform })).toBe(expected)
  })

test('a product name before the version does not confuse the user agent', () => {
  expect(ordinaryUserAgent({ version: 'Chromium 131.0.1', platform: 'linux' })).toContain('Chrome/131.0.0.0')
})

test('the language of the browser is the locale of the plan', () => {
  expect(flag('--lang', { locale: 'fr-CA' })).toBe('fr-CA')
  expect(flag('--accept-lang', { locale: 'fr-CA' })).toBe('fr-CA,fr')
})

test('only root goes without the sandbox', () => {
  expect(flag('--no-sandbox')).toBeUndefined()
  expect(flag('--no-sandbox', { isRoot: true })).toBe('')
})

test('hosts are mapped in the order of the plan, and only when it maps any', () => {
  const hostMap = { 'shop.example': '127.0.0.1:8443', '*': '127.0.0.1:1' }
  expect(flag('--host-resolver-rules', { access: { ...NEEDS.access, hostMap } })).toBe(
    'MAP shop.example 127.0.0.1:8443,MAP * 127.0.0.1:1',
  )
  expect(flag('--host-resolver-rules')).toBeUndefined()
})

for (const [name, acceptInvalid, trustedKeys, all, some] of [
  ['nothing is trusted that the machine does not trust', false, [], undefined, undefined],
  ['the keys of the plan are trusted', false, ['a=', 'b='], undefined, 'a=,b='],
  ['everything is trusted when the plan says so', true, ['a='], '', undefined],
] as const)
  test(name, () => {
    const access = { ...NEEDS.access, certificates: { acceptInvalid, trust: null } }
    expect(flag('--ignore-certificate-errors', { access, trustedKeys })).toBe(all)
    expect(flag('--ignore-certificate-errors-spki-list', { access, trustedKeys })).toBe(some)
  })

test('a proxy is named without who may use it, and used for this machine too', () => {
  const access = { ...NEEDS.access, proxy: 'http://me:secret@proxy.example:3128' }
  expect(flag('--proxy-server', { access })).toBe('http://proxy.example:3128')
  expect(flag('--proxy-bypass-list', { access })).toBe('<-loopback>')
  expect(flag('--proxy-server')).toBeUndefined()
})

test('Global Privacy Control is sent only by browsers that shall', () => {
  expect(flag('--enable-features')).toBeUndefined()
  expect(flag('--enable-features', { sendsGpc: true })).toBe('GlobalPrivacyControl,GlobalPrivacyControlForce')
})

test('the profile is the one that was made for the scan', () => {
  expect(flag('--user-data-dir')).toBe('/tmp/profile')
})

test('nothing of the web platform is switched off but the sign of automation', () => {
  const off = launchArguments(NEEDS).filter((each) =>
    /^--disable-(blink-features|web-security|site-isolation|javascript)/.test(each),
  )
  expect(off).toEqual(['--disable-blink-features=AutomationControlled'])
})
