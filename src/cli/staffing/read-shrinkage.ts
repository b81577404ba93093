import { readFileSync } from 'node:fs';
import { shrinkageAt, type ShrinkageItem } from '#solver/staffing/index.ts';
import { RefusedError, UsageError } from '../verb.ts';
import type { Flags } from './options.ts';
import type { ForecastRow } from './read-forecast.ts';
import { fraction, refusing } from './read-terms.ts';

/** Shrinkage of an interval by its local time: one share for all, or by kind and time of day from a file. */
export function readShrinkage(flags: Flags): (row: ForecastRow, intervalSeconds: number) => number {
	const file = flags['shrinkage-file'];
	if (flags.shrinkage !== undefined && file !== undefined)
		throw new UsageError('--shrinkage and --shrinkage-file exclude each other.');
	if (file === undefined) {
		const share = flags.shrinkage === undefined ? 0 : fraction(flags.shrinkage, '--shrinkage');
		return () => share;
	}
	const items = readItems(file);
	return (row, intervalSeconds) =>
		refusing(() => shrinkageAt(items, row.weekday, row.minuteOfDay, intervalSeconds / 60));
}

function readItems(file: string): ShrinkageItem[] {
	let items: unknown;
	try {
		items = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new RefusedError(`--shrinkage-file "${file}" cannot be read: ${(error as Error).message}`);
	}
	const isItem = (item: unknown) =>
		typeof item === 'object' &&
		item !== null &&
		'kind' in item &&
		typeof (item as ShrinkageItem).share === 'number';
	if (!Array.isArray(items) || !items.every(isItem))
		throw new RefusedError(
			`--shrinkage-file "${file}" must be a list such as [{"kind": "leave", "share": 0.1}, {"kind": "lunch", "share": 0.3, "fromMinute": 720, "toMinute": 840}].`
		);
	return items as ShrinkageItem[];
}
