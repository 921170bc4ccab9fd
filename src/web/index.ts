export { type Edge, makeApp } from './app.ts'
export type { StaffLink } from './footer.tsx'
export { type House, makeRender, type Render } from './frame.tsx'
export {
  type Account,
  type Asking,
  type FieldError,
  type Frame,
  type Page,
  type Post,
  post,
  redirect,
  type Typed,
  type View,
} from './page.ts'
export { addFrontDoor, addPage, type Routing } from './route.tsx'
