import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { buildKnowledge } from './main/build-knowledge.ts'
import { bundledLicences } from './main/bundled-licences.ts'
import { packFiles } from './main/packed-files.ts'

/** Three builds, one for each kind of place our code runs in; `npm run build` makes them one after the other. */
export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'renderer') return renderer
  return mode === 'preload' ? preload : main
})

/** Command line, service, hosts and the process of a scan, with the libraries they use inside, so that they start quickly. */
const main: UserConfig = {
  plugins: [withoutBiDi(), knowledge(), packages(), bundledLicences()],
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'out/main',
    minify: false,
    rolldownOptions: {
      input: {
        cli: 'main/cli.ts',
        index: 'main/index.ts',
        'scan-child': 'main/scan-child.ts',
        'reader-child': 'main/reader-child.ts',
        'archive-child': 'main/archive-child.ts',
      },
      external: ['electron'],
      // One folder without levels: our code finds its data by its own place.
      // What licences ask to be said stands in LICENSES.txt.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', comments: false },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
}

/** One file of the old kind: the sandbox of a window knows no modules. */
const preload: UserConfig = {
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'out/preload',
    minify: false,
    rolldownOptions: {
      input: { preload: 'main/preload.ts' },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
}

const renderer: UserConfig = {
  root: 'renderer',
  plugins: [react(), bundledLicences()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // Fonts and pictures stay files: the policy of the window knows no others.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
}

/** The vendor records and the packages' facts as one file, where scanner/knowledge/load.ts looks when packed. */
function knowledge(): Plugin {
  return { name: 'knowledge', writeBundle: buildKnowledge }
}

/** What our code reads from packages as files. */
function packages(): Plugin {
  return { name: 'packages', writeBundle: packFiles }
}

/** Puppeteer's second protocol, half a megabyte that it loads when it is asked for; we speak the first one alone. */
function withoutBiDi(): Plugin {
  return {
    name: 'without-bidi',
    load: (id) => (/puppeteer-core\/lib\/.*\/bidi\/bidi\.js$/.test(id.replaceAll('\\', '/')) ? 'export {}' : null),
  }
}
