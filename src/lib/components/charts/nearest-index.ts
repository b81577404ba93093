import { bisectCenter } from 'd3-array';

/** The place of the sorted number nearest to `value`; null for none. */
export function nearestIndex(sorted: readonly number[], value: number): number | null {
	return sorted.length === 0 ? null : bisectCenter(sorted as number[], value);
}
