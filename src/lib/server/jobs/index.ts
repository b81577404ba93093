export { Jobs } from './jobs.ts';
export type { JobRequest } from './job-kinds.ts';
