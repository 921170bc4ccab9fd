import { createHash, randomBytes } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type Database, SYSTEM, transact } from '../db/index.ts'
import type { Clock, Ids } from '../kernel/index.ts'
import {
  type Accounts,
  type DeviceToken,
  insertToken,
  revokeToken,
  type TokenRole,
  tokenByHash,
} from './store.ts'

export type Devices = {
  create(role: TokenRole, desk: string | null): Promise<string>
  /** The device that sends this secret; null when unknown or revoked. */
  of(secret: string): Promise<DeviceToken | null>
  /** Ends a token, named by its secret or its id; false when there is none that still works. */
  revoke(token: string): Promise<boolean>
}

const KEPT_MILLISECONDS = 5_000
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Bearer tokens of devices. A look-up is remembered for five seconds: so long a revoked token may still work. */
export function makeDevices(
  database: Database,
  house: { clock: Clock; ids: Ids; wall: () => number },
): Devices {
  const known = new Map<string, { device: DeviceToken; until: number }>()
  return {
    async create(role, desk) {
      const secret = `foyer_${randomBytes(24).toString('base64url')}`
      const token = {
        id: house.ids.next(),
        role,
        desk,
        hash: hashOf(secret),
        at: new Date(house.clock.now()),
      }
      await transact(database, SYSTEM, (tx) => insertToken(tx, token))
      return secret
    },
    async of(secret) {
      const hash = hashOf(secret)
      const kept = known.get(hash)
      if (kept && kept.until > house.wall()) return kept.device
      const device = await transact(database, SYSTEM, (tx) => tokenByHash(tx, hash))
      if (device) known.set(hash, { device, until: house.wall() + KEPT_MILLISECONDS })
      else known.delete(hash)
      return device
    },
    async revoke(token) {
      const named = { id: token, hash: hashOf(token) }
      const revoked = await transact(database, SYSTEM, (tx) =>
        revokeToken(tx, named, new Date(house.clock.now())),
      )
      known.clear()
      return revoked
    },
  }
}

export type SignIn = { readonly headers: Headers } | { readonly refused: 'wrong' | 'too_many' }

const REST_SECONDS = 60

/** Signs in by e-mail and password; after five wrong tries an account rests for a minute, whatever the address. */
export function makeSignIn(accounts: Accounts): (email: string, password: string) => Promise<SignIn> {
  const tries = new RateLimiterMemory({ points: 5, duration: REST_SECONDS })
  return async (email, password) => {
    const account = email.trim().toLowerCase()
    // Counted before the password is looked at, so that tries sent at once count one by one.
    const left = await tries.consume(account).then(
      (used) => used.remainingPoints,
      () => null,
    )
    if (left === null) return { refused: 'too_many' }
    const headers = await accounts.signIn(account, password)
    if (headers) {
      await tries.delete(account)
      return { headers }
    }
    if (left === 0) await tries.block(account, REST_SECONDS)
    return { refused: 'wrong' }
  }
}
