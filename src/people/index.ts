export { type Devices, makeDevices, makeSignIn, type SignIn } from './actions.ts'
export { type DemoAccounts, signInPage, signOutPage } from './pages/sign-in.tsx'
export {
  type Accounts,
  type AccountsSettings,
  accountByEmail,
  type DeviceToken,
  makeAccounts,
  type SignedIn,
  type TokenRole,
} from './store.ts'
