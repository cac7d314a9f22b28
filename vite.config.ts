import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contentSecurityPolicy, metaContentSecurityPolicy } from './src/domain/region/policy.ts'

/** The headers a host should send; `npm start` sends them, and the build writes them to `_headers`. */
const headers: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicy(),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), clipboard-read=(self), clipboard-write=(self)',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

function commit(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    const dirty = git('status', '--porcelain') === '' ? '' : '+'
    return git('rev-parse', '--short=8', 'HEAD') + dirty
  } catch {
    return 'unknown'
  }
}

const HASH_PLACE = 'hash-of-the-assets'

const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/**
 * Writes the policy and the name of the build into index.html. The hash is that of the list
 * `LC_ALL=C sha256sum assets/*`, so that anyone can make it again with one command.
 */
function policyAndBuild(): Plugin {
  return {
    name: 'policy-and-build',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          '<!-- policy and build -->',
          [
            `<meta http-equiv="Content-Security-Policy" content="${metaContentSecurityPolicy()}" />`,
            `<meta name="build" content="${commit()} ${HASH_PLACE}" />`,
          ].join('\n    '),
        ),
    },
    // Only the files as they were written have the hash that others will find.
    writeBundle({ dir }) {
      const folder = dir ?? 'dist'
      const list = readdirSync(join(folder, 'assets'))
        .toSorted()
        .map((name) => `${sha256(readFileSync(join(folder, 'assets', name)))}  assets/${name}\n`)
        .join('')
      const page = join(folder, 'index.html')
      writeFileSync(page, readFileSync(page, 'utf8').replace(HASH_PLACE, sha256(list)))
    },
    generateBundle() {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
      this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('')}` })
    },
  }
}

export default defineConfig({
  base: './',
  plugins: [react(), policyAndBuild()],
  resolve: {
    alias: [
      {
        // The SDK's browser XML parser is DOMParser, which `trusted-types 'none'` forbids.
        find: /^@aws-sdk\/xml-builder$/,
        replacement: fileURLToPath(new URL('src/adapters/aws/xml-builder.ts', import.meta.url)),
      },
    ],
  },
  build: {
    target: ['chrome123', 'firefox120', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // One file for what every part needs, instead of several small ones before the first paint.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(?:react|react-dom|scheduler|zustand)\/|src\/ui\/later/,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', headers },
})
