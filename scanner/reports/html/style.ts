import { html, type SafeHtml } from '@remix-run/html-template'
import { layoutStyle } from './style-layout.ts'
import { matrixStyle } from './style-matrix.ts'
import { printStyle } from './style-print.ts'

/**
 * Greys carry the surface, one accent for what can be followed, one alert colour for what should not be. Contrast of text
 * is AAA on its surface, of marks AA; all distances are multiples of 4 px.
 */
const tokens: SafeHtml = html.raw`
:root {
  color-scheme: light dark;
  --surface: #ffffff; --sunken: #f6f7f8; --line: #e1e4e8; --line-strong: #b9bfc7;
  --ink: #1a1d21; --quiet: #4d555f; --faint: #868e98; --mark: #7a828d;
  --accent: #1d4f91; --alert: #b3200f; --alert-surface: #fdeeeb; --on-alert: #ffffff;
  --marketing: #7a3f72; --analytics: #4f8dc6; --unclassified: #b09a5b; --functional: #2c7a66; --necessary: #b4bac2;
  --sans: Inter, "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, "Cascadia Code", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --surface: #15181c; --sunken: #1d2126; --line: #2b3037; --line-strong: #4a525c;
    --ink: #e9ecef; --quiet: #b0b8c1; --faint: #747d88; --mark: #8a939e;
    --accent: #8fbcf5; --alert: #ff8a78; --alert-surface: #3a1d19; --on-alert: #1b0a07;
    --marketing: #c48fbc; --analytics: #6fa8dc; --unclassified: #cbb77c; --functional: #5fb59d; --necessary: #868f9a;
  }
}
`

export const style: SafeHtml = html.raw`${tokens}${layoutStyle}${matrixStyle}${printStyle}`
