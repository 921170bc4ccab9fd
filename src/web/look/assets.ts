import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type BuildResult, build } from 'esbuild'

export type AssetFile = {
  readonly body: Buffer
  /** Null where the bytes are compressed already (fonts). */
  readonly brotli: Buffer | null
  readonly gzip: Buffer | null
  readonly type: string
}

export type Assets = {
  /** Address of `public.css`, `staff.css`, `display.css`, `mark.svg` or of an island (`live.js`). Throws on an unknown name. */
  readonly url: (name: string) => string
  /** What stands at an address as `url` gives it; null where nothing does. */
  readonly file: (path: string) => AssetFile | null
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}
const STYLES = ['public.css', 'staff.css', 'display.css']

/** Bundles styles, fonts and islands of the repository at `root` in memory, named by their content. Throws with esbuild's words. */
export async function buildAssets(root: string): Promise<Assets> {
  const look = join(root, 'src/web/look')
  const styles = STYLES.map((name) => join(look, 'styles', name))
  const built = await bundle(root, [...styles, join(look, 'mark.svg'), ...islandsOf(root)])
  const files = new Map<string, AssetFile>()
  for (const output of built.outputFiles) files.set(`/assets/${basename(output.path)}`, fileOf(output))
  const urls = namesOf(built)
  return {
    url: (name) => {
      const url = urls.get(name)
      if (!url) throw new Error(`No asset is called ${name}; there are ${[...urls.keys()].join(', ')}.`)
      return url
    },
    file: (path) => files.get(path) ?? null,
  }
}

type Bundle = BuildResult<{ write: false; metafile: true }>

const bundle = (root: string, entryPoints: string[]): Promise<Bundle> =>
  build({
    absWorkingDir: root,
    entryPoints,
    outdir: join(root, 'assets'),
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'esm',
    // Phones that are years old still come through the door; idiomorph's own code cannot be lowered further.
    target: 'es2020',
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    publicPath: '/assets/',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    logLevel: 'silent',
  })

function islandsOf(root: string): string[] {
  const folder = join(root, 'islands')
  if (!existsSync(folder)) return []
  const isEntry = (name: string) => /\.ts$/.test(name) && !/\.(test|d)\.ts$/.test(name)
  return readdirSync(folder)
    .filter(isEntry)
    .sort()
    .map((name) => join(folder, name))
}

/** `live.ts` becomes `live.js`: the name under which a page asks for it. */
function namesOf(built: Bundle): Map<string, string> {
  const names = new Map<string, string>()
  for (const [path, output] of Object.entries(built.metafile.outputs)) {
    const source = output.entryPoint ?? copiedFrom(output.inputs)
    if (source) names.set(basename(source).replace(/\.ts$/, '.js'), `/assets/${basename(path)}`)
  }
  return names
}

/** A copied file (the mark) has no entry point in the record, only its one input. */
function copiedFrom(inputs: object): string | undefined {
  const [only, ...more] = Object.keys(inputs)
  return more.length === 0 && only?.endsWith('.svg') ? only : undefined
}

function fileOf({ path, contents }: { path: string; contents: Uint8Array }): AssetFile {
  const body = Buffer.from(contents)
  const ending = path.slice(path.lastIndexOf('.') + 1)
  const type = TYPES[ending] ?? 'application/octet-stream'
  if (ending === 'woff2') return { body, brotli: null, gzip: null, type }
  return { body, brotli: brotliCompressSync(body), gzip: gzipSync(body, { level: 9 }), type }
}
