import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
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
      handler(html, { bundle }) {
        const list = Object.values(bundle ?? {})
          .filter((file) => file.fileName.startsWith('assets/'))
          .map((file) => {
            const content = file.type === 'chunk' ? file.code : file.source
            return { name: file.fileName, hash: createHash('sha256').update(content).digest('hex') }
          })
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ name, hash }) => `${hash}  ${name}\n`)
          .join('')
        const hash = createHash('sha256').update(list).digest('hex')
        return html.replace(
          '<!-- policy and build -->',
          [
            `<meta http-equiv="Content-Security-Policy" content="${metaContentSecurityPolicy()}" />`,
            `<meta name="build" content="${commit()} ${hash}" />`,
          ].join('\n    '),
        )
      },
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
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', headers },
})
