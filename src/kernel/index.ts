export * from './chance.ts'
export * from './ids.ts'
export * from './outcome.ts'
export * from './time.ts'
