import { checkFraction, refuse } from './check-staffing.ts';

/** One reason why people who are paid are not there for contacts: leave, illness, breaks, training … */
export interface ShrinkageItem {
	/** What it is; items of one kind are the same reason at different times. */
	kind: string;
	/** Share of paid time while it applies: a fraction from 0 to below 1. */
	share: number;
	/** Weekdays on which it begins, 0 = Sunday; every day unless given. */
	weekdays?: readonly number[];
	/** Local minute of the day from which it applies; 0 unless given. */
	fromMinute?: number;
	/** Local minute of the day until which it applies; 1440 unless given. Before `fromMinute`: on the next day. */
	toMinute?: number;
}

const DAY = 1440;
const ACTION = 'Combining shrinkage';

/**
 * The shrinkage of an interval of the local day: 1 − Π(1 − sₖ) over the kinds k.
 *
 * A kind that applies for part of the interval counts with that part; where items of one kind overlap, the largest
 * counts. Kinds are taken as independent reasons: somebody on leave has no break as well, so shares multiply what is
 * left, they do not add up. Cost O(items²).
 *
 * @param weekday local weekday on which the interval begins, 0 = Sunday
 * @param minuteOfDay local minute at which it begins, 0 to below 1440
 * @param intervalMinutes its length, above 0 and up to a day; it may reach past midnight
 * @returns a fraction from 0 to below 1, to be used as needed = required / (1 − shrinkage)
 * @throws RangeError naming the value and what was wanted
 * @example shrinkageAt([{ kind: 'leave', share: 0.1 }, { kind: 'lunch', share: 0.3, fromMinute: 720, toMinute: 840 }], 1, 720, 30) // 0.37
 */
export function shrinkageAt(
	items: readonly ShrinkageItem[],
	weekday: number,
	minuteOfDay: number,
	intervalMinutes: number
): number {
	if (!isWeekday(weekday)) refuse(ACTION, 'weekday', weekday, 'a whole number from 0 (Sunday) to 6.');
	if (!(minuteOfDay >= 0 && minuteOfDay < DAY))
		refuse(ACTION, 'minuteOfDay', minuteOfDay, 'a number from 0 to below 1440.');
	if (!(intervalMinutes > 0 && intervalMinutes <= DAY))
		refuse(ACTION, 'intervalMinutes', intervalMinutes, 'a number above 0, at most 1440.');

	const end = minuteOfDay + intervalMinutes;
	const windows = new Map<string, { from: number; to: number; share: number }[]>();
	items.forEach((item, i) => {
		check(item, i);
		const { kind, share, weekdays, fromMinute = 0, toMinute = DAY } = item;
		const lasts = toMinute > fromMinute ? toMinute - fromMinute : toMinute - fromMinute + DAY;
		for (const shift of [-1, 0, 1]) {
			if (weekdays && !weekdays.includes((weekday + shift + 7) % 7)) continue;
			const from = Math.max(minuteOfDay, fromMinute + shift * DAY);
			const to = Math.min(end, fromMinute + shift * DAY + lasts);
			if (from >= to) continue;
			if (!windows.has(kind)) windows.set(kind, []);
			windows.get(kind)!.push({ from, to, share });
		}
	});

	let available = 1;
	for (const ofKind of windows.values()) {
		const edges = [...new Set(ofKind.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
		let away = 0;
		for (let e = 1; e < edges.length; e++) {
			const [from, to] = [edges[e - 1]!, edges[e]!];
			const shares = ofKind.map((window) => (window.from <= from && window.to >= to ? window.share : 0));
			away += (Math.max(...shares) * (to - from)) / intervalMinutes;
		}
		available *= 1 - away;
	}
	return 1 - available;
}

const isWeekday = (value: number) => Number.isInteger(value) && value >= 0 && value <= 6;

function check({ share, weekdays, fromMinute = 0, toMinute = DAY }: ShrinkageItem, i: number): void {
	checkFraction(ACTION, `items[${i}].share`, share, true, false);
	for (const day of weekdays ?? [])
		if (!isWeekday(day)) refuse(ACTION, `items[${i}].weekdays`, day, 'whole numbers from 0 (Sunday) to 6.');
	for (const [name, minute] of Object.entries({ fromMinute, toMinute }))
		if (!(minute >= 0 && minute <= DAY))
			refuse(ACTION, `items[${i}].${name}`, minute, 'a minute of the day, 0 to 1440.');
	if (fromMinute === toMinute)
		refuse(ACTION, `items[${i}].toMinute`, toMinute, 'different from fromMinute: it applies at no time.');
}
