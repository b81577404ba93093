export type { QueueInput } from './check-queue.ts';
export { erlangA, type ErlangAInput, type ErlangAMeasures } from './erlang-a.ts';
export { erlangB } from './erlang-b.ts';
export { erlangC, type ErlangCMeasures, type ErlangCUnstable } from './erlang-c.ts';
