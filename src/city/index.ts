export * from './actions.ts'
export * from './rules/city.ts'
export type { Span } from './rules/hours.ts'
export { type ReadCity, readCity } from './store/city.ts'
