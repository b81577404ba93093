export { RequestLimits, requestLimitsOf } from './request-limits.ts';
