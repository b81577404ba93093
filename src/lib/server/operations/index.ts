export { readHealth } from './read-health.ts';
export { readiness, type Readiness } from './readiness.ts';
export { redoJob } from './redo-job.ts';
export { renderMetrics } from './render-metrics.ts';
