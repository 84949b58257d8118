import { carrying, homeMade } from '../home-made.ts'
import type { BannerFile, BannerSite } from '../model.ts'
import type { BannerScript, Store } from '../runtime-model.ts'
import { bannerSite } from '../site.ts'
import { bannerWords, type BannerWords } from '../words.ts'

/**
 * A banner with the public marks of a closed CMP (ids, classes, what it stores) and none of its code: it looks to an
 * instrument as the real one does, and does what it says.
 */
export function imitation(
  site: Pick<BannerSite, 'id' | 'about' | 'language' | 'truth'> & Partial<BannerSite>,
  banner: (words: BannerWords) => Partial<BannerScript>,
  more: Readonly<Record<string, BannerFile>> = {},
): BannerSite {
  const drawn = homeMade(site.language, banner(bannerWords(site.language)))
  const { files } = site
  return bannerSite({ ...site, ...carrying(drawn, { ...more, ...files }) })
}

export function cookie(name: string, value: string, encode: Store['encode'] = 'uri', days = 365): Store {
  return { area: 'cookie', name, value, days, encode }
}

export function local(name: string, value: string): Store {
  return { area: 'local', name, value, days: 365, encode: 'none' }
}

/** How all of them stand on the page: a bar at the bottom, above everything. */
export function barOf(selector: string): string {
  return `${selector} { position: fixed; left: 0; right: 0; bottom: 0; z-index: 2147483000; padding: 18px 24px;
background: #fff; color: #222; border-top: 1px solid #bbb; box-shadow: 0 -4px 24px #0003; font: 14px/1.45 sans-serif }
button, .button { padding: 9px 16px; margin: 4px; font: inherit; cursor: pointer }`
}
