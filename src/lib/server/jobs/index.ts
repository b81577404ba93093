export { Jobs, type JobStarter, type LeftJob, type Redo } from './jobs.ts';
export { JOB_KINDS, type JobKind, type JobRequest, type Work, type WorkTools } from './job-kinds.ts';
