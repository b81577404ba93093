export { verifyLog, type VerifyReport } from './verify-log.ts';
export type { Difference } from './difference.ts';
