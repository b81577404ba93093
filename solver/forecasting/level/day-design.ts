import { civilDay, weekdayOf } from '../calendar.ts';
import type { Block } from '../regression/shrunk-regression.ts';
import { cholesky } from '../regression/cholesky.ts';
import type { WorkingDays } from './working-days.ts';

/** Turns a day into the row of a regression on log daily calls. */
export interface DayDesign {
	blocks: Block[];
	width: number;
	/** Writes the row of a day at `offset`; the row must be zeros. */
	write(day: number, row: Float64Array, offset: number): void;
}

/** Working days after the start and before the end of a month that may differ from the rest. */
const MONTH_EDGE_DAYS = 4;
/** The level may move at this spacing lately, and at the wider one before. */
const KNOT_DAYS = { recent: 7, recentWeeks: 26, older: 28 };
/** The trend fades beyond the history with a time constant of this share of the history's length, within bounds. */
const TREND_REACH = { share: 1 / 3, least: 28, most: 365 };
const TREND_UNIT_DAYS = 182;
/** Fewer days than this cannot tell the time of the year from the trend. */
const YEARLY_FROM_DAYS = 400;
const YEARLY_HARMONICS = 3;
const DAYS = 31;

/**
 * Effects a contact centre's day may carry, each a block of its own prior: weekday; a level that walks at
 * weekly knots; trend; day of the month (a smooth periodic curve: pay days, bills); working days from the
 * month's edges; the first days after an unscheduled closure and the last before one; time of the year once
 * the history holds more than one.
 */
export function createDayDesign(firstDay: number, lastDay: number, working: WorkingDays): DayDesign {
	const knots = knotsOf(firstDay, lastDay);
	const monthCurve = monthCurveFactor();
	const reach = Math.max(
		TREND_REACH.least,
		Math.min(TREND_REACH.most, (lastDay - firstDay + 1) * TREND_REACH.share)
	);
	const blocks: Block[] = [];
	let width = 0;
	const block = (name: string, columns: number, scale: number, flat = false): number => {
		const start = width;
		width += columns;
		if (columns > 0) blocks.push({ name, start, end: width, scale, flat });
		return start;
	};
	const intercept = block('intercept', 1, 1, true);
	const weekday = block('weekday', 7, 0.1);
	const trend = block('trend', 1, 0.05);
	const level = block('level', knots.length, 0.02);
	const dayOfMonth = block('day of month', DAYS, 0.03);
	const monthStart = block('month start', MONTH_EDGE_DAYS, 0.04);
	const monthEnd = block('month end', MONTH_EDGE_DAYS, 0.04);
	const afterClosure = block('after closure', 2, 0.08);
	const beforeClosure = block('before closure', 1, 0.05);
	const yearly = block(
		'time of year',
		lastDay - firstDay >= YEARLY_FROM_DAYS ? 2 * YEARLY_HARMONICS : 0,
		0.05
	);

	return {
		blocks,
		width,
		write(day, row, offset) {
			const date = civilDay(day);
			row[offset + intercept] = 1;
			row[offset + weekday + weekdayOf(day)] = 1;
			const ahead = day - lastDay;
			row[offset + trend] = (ahead > 0 ? reach * (1 - Math.exp(-ahead / reach)) : ahead) / TREND_UNIT_DAYS;
			knots.forEach(({ from, days }, k) => {
				const ramp = Math.max(0, Math.min(1, (day - from + 1) / days));
				row[offset + level + k] = ramp * Math.sqrt(days / KNOT_DAYS.recent);
			});
			for (let k = 0; k < DAYS; k++)
				row[offset + dayOfMonth + k] = monthCurve[(date.dayOfMonth - 1) * DAYS + k]!;
			const fromStart = working.sinceMonthStart(day, date);
			if (fromStart >= 1 && fromStart <= MONTH_EDGE_DAYS) row[offset + monthStart + fromStart - 1] = 1;
			const toEnd = working.untilMonthEnd(day, date);
			if (toEnd < MONTH_EDGE_DAYS) row[offset + monthEnd + toEnd] = 1;
			const after = working.daysAfterClosure(day);
			if (after === 1 || after === 2) row[offset + afterClosure + after - 1] = 1;
			if (working.isBeforeClosure(day)) row[offset + beforeClosure] = 1;
			if (yearly < width)
				for (let h = 0; h < YEARLY_HARMONICS; h++) {
					const angle = (2 * Math.PI * (h + 1) * date.dayOfYear) / 365.25;
					row[offset + yearly + 2 * h] = Math.sin(angle) / (h + 1);
					row[offset + yearly + 2 * h + 1] = Math.cos(angle) / (h + 1);
				}
		}
	};
}

function knotsOf(firstDay: number, lastDay: number): { from: number; days: number }[] {
	const knots: { from: number; days: number }[] = [];
	let from = lastDay - KNOT_DAYS.recent + 1;
	for (let k = 0; from > firstDay + KNOT_DAYS.recent - 1; k++) {
		const days = k < KNOT_DAYS.recentWeeks ? KNOT_DAYS.recent : KNOT_DAYS.older;
		knots.push({ from, days });
		from -= days;
	}
	return knots;
}

/** Factor of a periodic squared-exponential covariance (1.5 days wide, a little white noise) over 31 days. */
function monthCurveFactor(): Float64Array {
	const covariance = new Float64Array(DAYS * DAYS);
	for (let i = 0; i < DAYS; i++)
		for (let j = 0; j < DAYS; j++) {
			const apart = Math.min(Math.abs(i - j), DAYS - Math.abs(i - j));
			covariance[i * DAYS + j] = Math.exp(-0.5 * (apart / 1.5) ** 2) + (i === j ? 0.05 : 0);
		}
	const factor = cholesky(covariance, DAYS);
	for (let i = 0; i < DAYS; i++) for (let j = i + 1; j < DAYS; j++) factor[i * DAYS + j] = 0;
	return factor;
}
