import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Each file is put in its place in one step: a command that runs at the same time never meets half a file. */
function writeAtOnce(): Plugin {
  return {
    name: 'write-at-once',
    generateBundle(_options, bundle) {
      const folder = path.resolve(root, this.environment.config.build.outDir)
      mkdirSync(folder, { recursive: true })
      // What the commands share has a hash in its name and comes first.
      const files = Object.values(bundle).sort(
        (a, b) => Number(isCommand(a)) - Number(isCommand(b)),
      )
      for (const file of files) {
        const target = path.join(folder, file.fileName)
        const written = `${target}.${String(process.pid)}`
        writeFileSync(written, file.type === 'chunk' ? file.code : file.source)
        renameSync(written, target)
      }
    },
  }
}

function isCommand(file: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean {
  return file.type === 'chunk' && file.isEntry
}

/** The terminal commands, each a file in `dist-cli/` that Node runs. */
export default defineConfig({
  root,
  plugins: [writeAtOnce()],
  build: {
    ssr: true,
    outDir: 'dist-cli',
    target: 'node20',
    copyPublicDir: false,
    write: false,
    rolldownOptions: {
      input: {
        read: 'src/cli/read.ts',
        explain: 'src/cli/explain.ts',
        sandbox: 'src/adapters/node/sandbox.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
})
