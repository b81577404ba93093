import type { LeaveKind, LeaveObstacle, WeekRange, Wish } from '#lib/contracts/requests.ts';
import { formatCount, formatDate, formatTime, formatWeekday } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

const MOST_OBSTACLES = 2;

/** A local date as a person reads it. */
export const dayText = (date: string, style: 'short' | 'weekday' | 'medium' = 'weekday'): string =>
	formatDate(Date.parse(`${date}T00:00:00Z`), 'UTC', { style });

/** An amount with its unit: "1.5 days". */
export function amountText(amount: number, unit: LeaveKind['unit']): string {
	const rounded = Math.round(amount * 100) / 100;
	const words = {
		count: rounded,
		amount: formatCount(rounded, {
			digits: Number.isInteger(rounded) ? 0 : rounded * 10 === Math.round(rounded * 10) ? 1 : 2
		})
	};
	return unit === 'days' ? m.leave_days(words) : m.leave_hours(words);
}

/** When a leave is: its days, or its day and hours. */
export function leaveWhen(
	leave: { isWholeDays: boolean; fromDate: string; toDate: string; fromAt: number; toAt: number },
	timeZone: string
): string {
	if (!leave.isWholeDays)
		return `${dayText(leave.fromDate)}, ${formatTime(leave.fromAt, timeZone)}–${formatTime(leave.toAt, timeZone)}`;
	return leave.fromDate === leave.toDate
		? dayText(leave.fromDate)
		: `${dayText(leave.fromDate)} – ${dayText(leave.toDate)}`;
}

/** A shift: its day and times. */
export const shiftText = (shift: { startAt: number; endAt: number }, timeZone: string): string =>
	`${formatDate(shift.startAt, timeZone, { style: 'weekday' })}, ${formatTime(shift.startAt, timeZone)}–${formatTime(shift.endAt, timeZone)}`;

/** Why a leave does not fit, a few of the reasons in words. */
export function obstacleTexts(obstacles: readonly LeaveObstacle[], unit: LeaveKind['unit']): string[] {
	const texts = obstacles.slice(0, MOST_OBSTACLES).map((one) =>
		one.kind === 'full'
			? m.leave_obstacle_full({ date: dayText(one.date), held: one.held, places: one.places })
			: m.leave_obstacle_allowance({
					year: one.year,
					left: amountText(one.left, unit),
					wanted: amountText(one.wanted, unit)
				})
	);
	const rest = obstacles.length - texts.length;
	return rest > 0 ? [...texts, m.leave_obstacle_more({ count: rest })] : texts;
}

const two = (n: number): string => String(n).padStart(2, '0');
/** "09:30" of a minute of the day; what passes midnight is the next day's. */
export const clockText = (minute: number): string =>
	`${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

/** When somebody can work in a week, days alike together: "Mon–Fri 08:00–14:00". */
export function rangesText(ranges: readonly WeekRange[] | null): string {
	if (ranges === null) return m.wish_any_time();
	if (ranges.length === 0) return m.wish_never();
	const days = Array.from({ length: 7 }, (_, weekday) =>
		ranges
			.filter((range) => range.weekday === weekday)
			.map(
				({ fromMinute, toMinute }) =>
					`${clockText(fromMinute)}–${toMinute === 1_440 ? '24:00' : clockText(toMinute)}`
			)
			.join(', ')
	);
	const parts: string[] = [];
	for (let from = 0; from < 7;) {
		let to = from;
		while (to + 1 < 7 && days[to + 1] === days[from]) to++;
		const name = formatWeekday(from + 1) + (to > from ? `–${formatWeekday(to + 1)}` : '');
		if (days[from] !== '') parts.push(`${name} ${days[from]}`);
		from = to + 1;
	}
	return parts.join('; ');
}

const SHIFT_NAMES = {
	early: m.wish_shift_early,
	late: m.wish_shift_late,
	night: m.wish_shift_night,
	full: m.wish_shift_full,
	short: m.wish_shift_short,
	half: m.wish_shift_half
};
export const shiftWishName = (shift: keyof typeof SHIFT_NAMES): string => SHIFT_NAMES[shift]();

/** A wish in words. */
export function wishText(wish: Wish): string {
	if (wish.about === 'off') return m.wish_words_off({ date: dayText(wish.date, 'medium') });
	const what =
		wish.about === 'weekday' ? formatWeekday(wish.weekday + 1, { style: 'long' }) : shiftWishName(wish.shift);
	return wish.kind === 'prefer' ? m.wish_words_prefer({ what }) : m.wish_words_avoid({ what });
}
