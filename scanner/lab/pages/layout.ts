import type { LabSite, LabStep } from '../model.ts'
import { banner } from './banner.ts'

/** The page of one step as HTML. `inline` is the script that runs what the page does. */
export function layout(site: LabSite, step: LabStep, inline: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${step.title} · ${site.name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/style.css">
<script src="/assets/consent.js"></script>
</head>
<body class="${step.role}">
<header class="bar"><a class="brand" href="/">${site.name}</a>${progress(site, step)}</header>
<main${step.picture === null ? '' : ' class="two"'}>
<div class="words">
${step.body.trim()}
${onward(site, step)}
</div>
${picture(step)}
</main>
<footer><span>© ${site.name}. A made-up shop for testing.</span> <a href="#cookie-settings" data-consent="settings">Cookie settings</a></footer>
${banner(site.name)}
<script>${inline}</script>
</body>
</html>
`
}

function progress(site: LabSite, step: LabStep): string {
  const at = site.steps.indexOf(step)
  const marks = site.steps.map(
    ({ label }, index) =>
      `<li${index === at ? ' aria-current="step"' : ''}${index < at ? ' class="done"' : ''}>${label}</li>`,
  )
  return `<ol class="progress">${marks.join('')}</ol>`
}

function onward(site: LabSite, step: LabStep): string {
  const next = site.steps[site.steps.indexOf(step) + 1]
  return step.onward === null || next === undefined
    ? ''
    : `<p><a class="onward" href="${next.path}">${step.onward}</a></p>`
}

function picture({ picture: drawn }: LabStep): string {
  return drawn === null
    ? ''
    : `<figure><img src="/assets/${drawn.name}.svg" alt="${drawn.alt}" width="480" height="400"></figure>`
}
