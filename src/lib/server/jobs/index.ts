export { Jobs } from './jobs.ts';
export type { JobKind, JobRequest, Work, WorkTools } from './job-kinds.ts';
