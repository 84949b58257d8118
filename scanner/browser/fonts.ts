import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What makes Chromium use the fonts beside it, on a system that has none of its own; without any, pages have no text. */
export function fontEnvironment(
  folder: string,
  systemFolders: readonly string[] = fontFolders(),
  systemConfig = '/etc/fonts/fonts.conf',
): Readonly<Record<string, string>> {
  if (existsSync(systemConfig) && systemFolders.some(hasFont)) return {}
  return { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
}

/** The bundled fonts, and those a system without a fontconfig of its own may have all the same. */
export function ownFontConfig(folder: string): string {
  const dirs = [join(folder, 'fonts'), ...fontFolders()].map((dir) => `  <dir>${escapeXml(dir)}</dir>`)
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${dirs.join('\n')}
  <cachedir>${escapeXml(`${folder}-fonts-cache`)}</cachedir>
</fontconfig>
`
}

function fontFolders(): readonly string[] {
  const home = homedir()
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.fonts'), join(home, '.local/share/fonts')]
}

function hasFont(folder: string): boolean {
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true }).some((name) => /\.(?:ttf|otf|ttc|pf[ab]|woff2?)$/i.test(String(name)))
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
