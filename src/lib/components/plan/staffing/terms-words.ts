import { formatPercent, formatWeekday } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { clockOf } from './form/clock.ts';

/** Weekdays (0 = Sunday) from Monday on; none given is every day. */
export function weekdaysText(weekdays: readonly number[] | undefined): string {
	if (!weekdays || weekdays.length === 7) return m.staffing_every_day();
	return weekdays
		.map((day) => day || 7)
		.sort((a, b) => a - b)
		.map((day) => formatWeekday(day))
		.join(' ');
}

export const hoursText = (fromMinute = 0, toMinute = 1440): string =>
	fromMinute === 0 && toMinute === 1440
		? m.staffing_all_day()
		: `${clockOf(fromMinute)}–${clockOf(toMinute)}`;

type Bots = { share: number; containment: number };

/** What bots were planned to take and close, where that is not as in the history. */
export const botText = (bots: { planned: Bots; before: Bots } | null): string =>
	bots === null
		? m.staffing_bots_history()
		: m.staffing_bots_planned({
				share: formatPercent(bots.planned.share),
				containment: formatPercent(bots.planned.containment)
			});
