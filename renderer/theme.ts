import { Badge, createTheme } from '@mantine/core'

/** One family with tabular figures, greys for the surface, one colour for action, one for alert. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  primaryColor: 'trail',
  primaryShade: 7,
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Nothing shouts.
  components: { Badge: Badge.extend({ defaultProps: { tt: 'none' } }) },
  colors: {
    // The greys of tokens.css, as the component library counts them: from text down to the ground.
    dark: [
      '#e9ecef',
      '#c9d0d8',
      '#b0b8c1',
      '#868f9a',
      '#4a525c',
      '#343a42',
      '#1d2126',
      '#15181c',
      '#101316',
      '#0b0d0f',
    ],
    trail: [
      '#eef4fb',
      '#dbe6f3',
      '#b5cbe6',
      '#8cafd9',
      '#6a97ce',
      '#5488c8',
      '#4880c5',
      '#2f639f',
      '#245a94',
      '#174e86',
    ],
    alert: [
      '#fdeeea',
      '#f8dbd3',
      '#f0b5a6',
      '#e98d76',
      '#e36b4d',
      '#e05533',
      '#df4a25',
      '#b8360f',
      '#a12c09',
      '#8b2100',
    ],
  },
})
