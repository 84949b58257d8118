import { defineConfig, type Plugin } from 'vite'
import { buildKnowledge } from './main/build-knowledge.ts'

/** Builds the command line into out/main/, with the libraries it uses inside, so that the package starts quickly. */
export default defineConfig({
  plugins: [knowledge()],
  build: {
    ssr: 'main/cli.ts',
    target: 'node22',
    outDir: 'out/main',
    minify: false,
    // One folder without levels: our code finds its data by its own place.
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
  ssr: { noExternal: true },
})

/** The vendor records and the packages' facts as one file, where scanner/knowledge/load.ts looks when packed. */
function knowledge(): Plugin {
  return {
    name: 'knowledge',
    writeBundle: buildKnowledge,
  }
}
