import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import type { Database, Tx } from '../db/index.ts'

export type SignedIn = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly staffId: string | null
}

/** Staff sign-in, on wall time: the one place that speaks with the library. */
export type Accounts = {
  /** Who sends this request; null when nobody is signed in. */
  of(headers: Headers): Promise<SignedIn | null>
  /** Headers that set the session, or null when e-mail or password is wrong. */
  signIn(email: string, password: string): Promise<Headers | null>
  signOut(headers: Headers): Promise<Headers>
  create(account: {
    email: string
    password: string
    name: string
    role: string
    staffId: string | null
  }): Promise<void>
}

export type AccountsSettings = { readonly secret: string; readonly baseUrl: string; readonly secure: boolean }

export function makeAccounts(database: Database, settings: AccountsSettings): Accounts {
  const auth = betterAuth({
    database: { db: database.kysely, type: 'postgres' },
    secret: settings.secret,
    baseURL: settings.baseUrl,
    emailAndPassword: { enabled: true, disableSignUp: false, autoSignIn: false, minPasswordLength: 10 },
    user: {
      additionalFields: {
        staffId: { type: 'string', required: false, input: false },
        role: { type: 'string', required: false, input: false },
      },
    },
    // Limits are counted for each account at our own door: a whole house shares one address.
    rateLimit: { enabled: false },
    // No copy of the session in a cookie: signing out ends it at once, everywhere.
    session: { expiresIn: 60 * 60 * 10, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'foyer',
      useSecureCookies: settings.secure,
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    logger: { level: 'error' },
    telemetry: { enabled: false },
  })
  return {
    async of(headers) {
      if (!headers.get('cookie')?.includes('foyer.session_token')) return null
      const session = await auth.api.getSession({ headers })
      if (!session) return null
      const user = session.user as { id: string; name: string; role?: string | null; staffId?: string | null }
      return { id: user.id, name: user.name, role: user.role ?? 'clerk', staffId: user.staffId ?? null }
    },
    async signIn(email, password) {
      try {
        const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
        return headers
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return null
        throw error
      }
    },
    async signOut(headers) {
      return (await auth.api.signOut({ headers, returnHeaders: true })).headers
    },
    async create(account) {
      const { user } = await auth.api.signUpEmail({
        body: { email: account.email, password: account.password, name: account.name },
      })
      await database.kysely
        .updateTable('user')
        .set({ role: account.role, staffId: account.staffId, emailVerified: true })
        .where('id', '=', user.id)
        .execute()
    },
  }
}

export async function accountByEmail(database: Database, email: string): Promise<{ id: string } | null> {
  return (
    (await database.kysely.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()) ??
    null
  )
}

export type TokenRole = 'desk' | 'kiosk' | 'display' | 'reception'
export type DeviceToken = { readonly id: string; readonly role: TokenRole; readonly desk: string | null }

export async function insertToken(tx: Tx, token: DeviceToken & { hash: string; at: Date }): Promise<void> {
  await tx
    .insertInto('device_token')
    .values({
      id: token.id,
      hash: token.hash,
      role: token.role,
      desk: token.desk,
      created_at: token.at,
      revoked_at: null,
    })
    .execute()
}

export async function tokenByHash(tx: Tx, hash: string): Promise<DeviceToken | null> {
  const row = await tx
    .selectFrom('device_token')
    .select(['id', 'role', 'desk'])
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, role: row.role as TokenRole, desk: row.desk } : null
}

export async function revokeToken(
  tx: Tx,
  token: { readonly id: string; readonly hash: string },
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('device_token')
    .set({ revoked_at: at })
    .where((row) => row.or([row('id', '=', token.id), row('hash', '=', token.hash)]))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
