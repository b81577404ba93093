import { quantile } from './quantile.ts';

/** Median; 0 for no values. Cost: O(n log n). */
export const median = (values: readonly number[]): number => quantile(values, 0.5) ?? 0;
