import { defineConfig } from 'vite'

/** Builds the command line into out/main/, with the libraries it uses inside, so that the package starts quickly. */
export default defineConfig({
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
