import { gateOpens } from '../gate-opens.ts'
import type { BannerFile, BannerSite } from './model.ts'
import { runPage, type PageConfig } from './page-runtime.ts'
import { pageWords } from './words.ts'

/** Everything a site of the banner lab serves itself, by path; no script stands in the page, for policies forbid it. */
export function filesOf(site: BannerSite): Readonly<Record<string, BannerFile>> {
  const config: PageConfig = { tags: site.tags, consentMode: site.consentMode }
  return {
    '/': html(site, 0),
    '/next': html(site, 1),
    '/lab/page.css': { type: 'text/css', text: STYLE },
    '/lab/page.js': script(runPage, config, gateOpens),
    ...site.files,
  }
}

/** A script that calls a function of ours with what can be written down: values, and functions that use nothing else. */
export function script<A extends readonly unknown[]>(work: (...given: A) => void, ...given: A): BannerFile {
  const written = given.map((each) => (typeof each === 'function' ? String(each) : JSON.stringify(each)))
  return { type: 'text/javascript', text: `(${String(work)})(${written.join(', ')})` }
}

function html(site: BannerSite, index: 0 | 1): BannerFile {
  const words = pageWords(site.language)
  const [title, text] = [words.titles[index], words.texts[index]]
  const onward = index === 0 ? `<p><a href="/next">${words.onward}</a></p>` : ''
  return {
    type: 'text/html',
    text: `<!doctype html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/lab/page.css">
<script src="/lab/page.js"></script>
${site.head}
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
${onward}
</main>
${site.body}
</body>
</html>
`,
  }
}

const STYLE = `body { margin: 0; font: 16px/1.5 sans-serif; color: #222; min-height: 1600px }
main { max-width: 40em; margin: 3em auto; padding: 0 1em }`
