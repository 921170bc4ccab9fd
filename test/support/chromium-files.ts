import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(import.meta.dirname, '../..')

/** Where the browser lies unpacked, and the environment it needs to find its libraries and fonts. */
export type ChromiumFiles = { readonly executable: string; readonly env: Record<string, string> }

/** Unpacks the browser of `@sparticuz/chromium` once (3 s) into `node_modules/.cache` and says where it is. */
export function chromiumFiles(): ChromiumFiles {
  const source = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const folder = join(ROOT, 'node_modules/.cache', `chromium-${version}`)
  if (!existsSync(folder)) unpack(join(source, 'bin'), folder)
  return { executable: join(folder, 'chromium'), env: environment(folder) }
}

/** The system libraries this browser still misses on this machine; empty when it can run. */
export function missingLibraries({ executable, env }: ChromiumFiles): string[] {
  const listed = execFileSync('ldd', [executable], { encoding: 'utf8', env })
  return [...listed.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = '']) => name)
}

// The package's own unpacking goes to the temporary folder under fixed names, where two parallel first starts
// disturb each other: each gets a folder of its own as its temporary folder, and the finished one is renamed.
function unpack(bin: string, folder: string): void {
  mkdirSync(dirname(folder), { recursive: true })
  const aside = mkdtempSync(`${folder}-`)
  const script = `
    import { inflate } from '@sparticuz/chromium'
    const files = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']
    await Promise.all(files.map((file) => inflate(process.argv[1] + '/' + file)))`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script, bin], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: aside, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  writeFileSync(join(aside, 'fonts.conf'), fontList(folder))
  try {
    renameSync(aside, folder)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

// The package's own list names folders of a cloud function only.
const fontList = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`

function environment(folder: string): Record<string, string> {
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const own = join(folder, 'al2023/lib')
  const others = process.env.LD_LIBRARY_PATH
  return {
    ...Object.fromEntries(given),
    LD_LIBRARY_PATH: others ? `${own}:${others}` : own,
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  }
}
