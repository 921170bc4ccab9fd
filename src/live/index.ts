export { bridge } from './bridge.ts'
export { type Hub, makeHub, type Topic } from './hub.ts'
export { eventStream, streamAddress } from './stream.ts'
