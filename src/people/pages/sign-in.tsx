import { z } from 'zod'
import type { TextKey } from '../../i18n/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Button, ErrorSummary, Field, idOf, Notice } from '../../web/look/index.ts'
import type { SignIn } from '../actions.ts'
import type { Accounts } from '../store.ts'

/** Accounts of a demo, shown at the door of the staff; null in a real house. */
export type DemoAccounts = { readonly password: string; readonly emails: readonly string[] } | null

type Door = {
  readonly signIn: (email: string, password: string) => Promise<SignIn>
  readonly demo: DemoAccounts
}
type Problem = { readonly field: string; readonly key: TextKey }

export const signInPage = (door: Door): Page => ({
  path: '/staff/sign-in',
  access: 'everyone',
  get: (asking) => form(door, asking, { email: '', problems: [] }),
  post: post({
    fields: z.object({
      email: z
        .string('staff.email_missing')
        .trim()
        .min(3, 'staff.email_missing')
        .max(200, 'staff.email_missing'),
      password: z.string('staff.password_missing').min(1, 'staff.password_missing').max(200, 'staff.wrong'),
    }),
    run: async (asking, input) => {
      const result = await door.signIn(input.email, input.password)
      if ('refused' in result) {
        const key = result.refused === 'wrong' ? 'staff.wrong' : 'staff.too_many'
        return form(door, asking, { email: input.email, problems: [{ field: 'email', key }] })
      }
      const response = redirect(asking.href('/staff'))
      for (const cookie of result.headers.getSetCookie()) response.headers.append('set-cookie', cookie)
      return response
    },
    again: async (asking, typed, errors) =>
      form(door, asking, {
        email: typeof typed.email === 'string' ? typed.email : '',
        problems: errors as Problem[],
      }),
  }),
})

function form(
  door: Door,
  asking: Asking,
  { email, problems }: { email: string; problems: readonly Problem[] },
): View {
  const { t } = asking
  const errorOf = (field: string) => {
    const problem = problems.find((one) => one.field === field)
    return problem && t(problem.key)
  }
  const body = (
    <div class="stack">
      <form class="stack" method="post" noValidate>
        <ErrorSummary
          title={t('error.title')}
          errors={problems.map((one) => ({ href: `#${idOf(one.field)}`, text: t(one.key) }))}
        />
        <h1>{t('staff.sign_in')}</h1>
        <Field
          name="email"
          label={t('staff.email')}
          type="email"
          autocomplete="username"
          value={email}
          error={errorOf('email')}
        />
        <Field
          name="password"
          label={t('staff.password')}
          type="password"
          autocomplete="current-password"
          error={errorOf('password')}
        />
        <Button large icon="log-in">
          {t('staff.sign_in')}
        </Button>
      </form>
      {door.demo && (
        <Notice>
          <h2>{t('staff.demo')}</h2>
          <p>{t('staff.demo_text', { password: door.demo.password })}</p>
          <ul>
            {door.demo.emails.map((one) => (
              <li key={one}>
                <bdi>{one}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
  return { title: t('staff.sign_in'), body, status: problems.length > 0 ? 422 : 200 }
}

export const signOutPage = (accounts: Accounts): Page => ({
  path: '/staff/sign-out',
  access: 'staff',
  get: (asking) => redirect(asking.href('/staff'), 302),
  post: post({
    fields: z.object({}),
    run: async (asking) => {
      const response = redirect(asking.href('/staff/sign-in'))
      for (const cookie of (await accounts.signOut(asking.headers)).getSetCookie())
        response.headers.append('set-cookie', cookie)
      return response
    },
    again: async (asking) => redirect(asking.href('/staff')),
  }),
})
