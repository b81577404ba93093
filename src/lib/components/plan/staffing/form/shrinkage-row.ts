import { clockOf, minuteOf } from './clock.ts';
import { kindOfName, shrinkageKind } from './shrinkage-kind.ts';

export type ShrinkageItem = {
	kind: string;
	share: number;
	weekdays?: number[];
	fromMinute?: number;
	toMinute?: number;
	isRostered: boolean;
};

/** A kind of shrinkage as the form holds it. */
export type ShrinkageRow = {
	key: number;
	name: string;
	sharePercent: number | null;
	/** 0 = Sunday. */
	weekdays: number[];
	from: string;
	to: string;
	isRostered: boolean;
};

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
let keys = 0;

export const toShrinkageRow = (item: ShrinkageItem): ShrinkageRow => ({
	key: keys++,
	name: shrinkageKind(item.kind),
	sharePercent: Math.round(item.share * 1000) / 10,
	weekdays: item.weekdays ?? EVERY_DAY,
	from: clockOf(item.fromMinute ?? 0),
	to: clockOf(item.toMinute ?? 1440),
	isRostered: item.isRostered
});

export const newShrinkageRow = (): ShrinkageRow => ({
	...toShrinkageRow({ kind: '', share: 0.02, isRostered: false }),
	name: ''
});

/** What is sent; what is no number or no time goes as it is and is refused with its reason. */
export function toShrinkageItem(row: ShrinkageRow) {
	const [fromMinute, toMinute] = [minuteOf(row.from), minuteOf(row.to, true)];
	return {
		kind: kindOfName(row.name),
		share: (row.sharePercent ?? 0) / 100,
		...(row.weekdays.length < 7 && { weekdays: row.weekdays }),
		...(fromMinute !== 0 && { fromMinute: fromMinute ?? row.from }),
		...(toMinute !== 1440 && { toMinute: toMinute ?? row.to }),
		isRostered: row.isRostered
	};
}
