import { weekdayOf } from '../calendar.ts';
import { intervalsPerDay, type CallHistory } from '../call-history.ts';
import { onGrid } from './align-histories.ts';

/** Local rows with any measured cell. */
export function daysMeasured({ known, dayCount, intervalSeconds }: CallHistory): number[] {
	const width = intervalsPerDay(intervalSeconds);
	const days: number[] = [];
	for (let d = 0; d < dayCount; d++) if (known.subarray(d * width, (d + 1) * width).includes(1)) days.push(d);
	return days;
}

/**
 * The history of a new queue, with what came before its first day taken from another one, scaled to its level: the
 * ratio of their contacts in the intervals that both measured, or, where they share none, of their contacts in the
 * same weekdays' intervals. Hours that the new queue has not been seen open in stay closed. Null where the two have
 * nothing to compare by, or the new queue nothing of its own.
 *
 * Cost: O(cells).
 */
export function borrowHistory(own: CallHistory, like: CallHistory): CallHistory | null {
	if (own.intervalSeconds !== like.intervalSeconds) return null;
	const width = intervalsPerDay(own.intervalSeconds);
	const days = daysMeasured(own);
	if (days.length === 0) return null;
	const begin = own.firstDay + days[0]!;
	const firstDay = Math.min(own.firstDay, like.firstDay);
	const dayCount = own.firstDay + own.dayCount - firstDay;
	const [mine, theirs] = [onGrid(own, firstDay, dayCount), onGrid(like, firstDay, dayCount)];
	const ratio = ratioOf(mine, theirs);
	if (ratio === null) return null;

	const open = new Uint8Array(width);
	for (let k = 0; k < mine.known.length; k++) if (mine.known[k]) open[k % width] = 1;
	const seen = new Set(days.map((d) => weekdayOf(own.firstDay + d)));
	const weekHeld = own.firstDay + own.dayCount - begin >= 7;
	const offered = mine.offered.slice();
	const known = mine.known.slice();
	const ahtSeconds = mine.ahtSeconds?.slice();
	const ahtRatio = ahtSeconds && theirs.ahtSeconds ? ahtRatioOf(mine, theirs) : null;
	for (let k = 0; k < (begin - firstDay) * width; k++) {
		const weekday = weekdayOf(firstDay + Math.floor(k / width));
		if (!theirs.known[k] || !open[k % width] || (weekHeld && !seen.has(weekday))) continue;
		known[k] = 1;
		offered[k] = theirs.offered[k]! * ratio;
		if (ahtSeconds && ahtRatio !== null) ahtSeconds[k] = theirs.ahtSeconds![k]! * ahtRatio;
	}
	return { ...mine, offered, known, ...(ahtSeconds && { ahtSeconds }) };
}

function ratioOf(mine: CallHistory, theirs: CallHistory): number | null {
	let [a, b] = [0, 0];
	for (let k = 0; k < mine.known.length; k++) {
		if (!mine.known[k] || !theirs.known[k]) continue;
		a += mine.offered[k]!;
		b += theirs.offered[k]!;
	}
	if (b > 0) return a / b;
	const [own, like] = [weekOf(mine), weekOf(theirs)];
	[a, b] = [0, 0];
	own.forEach((value, s) => {
		if (value === null || like[s] === null) return;
		a += value;
		b += like[s]!;
	});
	return b > 0 ? a / b : null;
}

function ahtRatioOf(mine: CallHistory, theirs: CallHistory): number {
	const mean = ({ ahtSeconds, offered, known }: CallHistory) => {
		let [seconds, calls] = [0, 0];
		for (let k = 0; k < known.length; k++)
			if (known[k] && ahtSeconds![k]! > 0) {
				seconds += offered[k]! * ahtSeconds![k]!;
				calls += offered[k]!;
			}
		return calls > 0 ? seconds / calls : null;
	};
	const [a, b] = [mean(mine), mean(theirs)];
	return a === null || b === null ? 1 : a / b;
}

/** Mean contacts by weekday × interval; null where never measured. */
export function weekOf({ firstDay, offered, known, intervalSeconds }: CallHistory): (number | null)[] {
	const width = intervalsPerDay(intervalSeconds);
	const sum = new Float64Array(7 * width);
	const count = new Float64Array(7 * width);
	for (let k = 0; k < known.length; k++) {
		if (!known[k]) continue;
		const slot = weekdayOf(firstDay + Math.floor(k / width)) * width + (k % width);
		sum[slot]! += offered[k]!;
		count[slot]!++;
	}
	return Array.from(sum, (s, slot) => (count[slot]! > 0 ? s / count[slot]! : null));
}
