/** The consent banner: a first layer with both answers side by side, and a second with a toggle for each purpose. */
export function banner(siteName: string): string {
  return `<div id="consent" role="dialog" aria-labelledby="consent-title" aria-describedby="consent-text" hidden>
<h2 id="consent-title">Your privacy</h2>
<div data-layer="first">
<p id="consent-text">${siteName} and its partners would like to use cookies and similar technologies to measure how this site is used and to show you fitting advertising. You can accept or reject all of it, or choose.</p>
<div class="choices">
<button type="button" data-consent="settings">Settings</button>
<button type="button" data-consent="reject">Reject all</button>
<button type="button" data-consent="accept">Accept all</button>
</div>
</div>
<div data-layer="settings" hidden>
${PURPOSES.map(toggle).join('\n')}
<div class="choices">
<button type="button" data-consent="reject">Reject all</button>
<button type="button" data-consent="save">Save choices</button>
</div>
</div>
</div>`
}

const PURPOSES = [
  { name: 'necessary', label: 'Necessary', text: 'Keeps your order together. Always on.', isFixed: true },
  { name: 'functional', label: 'Functional', text: 'Protects our forms against robots.', isFixed: false },
  { name: 'analytics', label: 'Statistics', text: 'Shows us which pages are read.', isFixed: false },
  { name: 'marketing', label: 'Marketing', text: 'Shows you our offers elsewhere.', isFixed: false },
] as const

function toggle({ name, label, text, isFixed }: (typeof PURPOSES)[number]): string {
  const state = isFixed ? ' checked disabled' : ''
  return `<label class="toggle"><input type="checkbox" role="switch" name="${name}"${state}><span><b>${label}</b> ${text}</span></label>`
}
