import type { MinimumStaffRule } from '#lib/contracts/rostering.ts';
import { formatDate, formatWeekday } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { clockOf } from '../staffing/form/clock.ts';

const DAY_MINUTES = 1_440;

/** Weekdays, 0 = Monday … 6, those in a row together: "Mon–Fri", "Mon, Wed". */
export function daysWords(weekdays: readonly number[]): string {
	if (weekdays.length === 7) return m.minstaff_every_day();
	const runs: [number, number][] = [];
	for (const day of weekdays) {
		const last = runs.at(-1);
		if (last?.[1] === day - 1) last[1] = day;
		else runs.push([day, day]);
	}
	const name = (day: number) => formatWeekday(day + 1);
	return runs
		.map(([from, to]) => (from === to ? name(from) : `${name(from)}${to - from > 1 ? '–' : ', '}${name(to)}`))
		.join(', ');
}

/** "09:00–18:00"; what passes midnight says so. */
export function timesWords({
	fromMinute,
	toMinute
}: Pick<MinimumStaffRule, 'fromMinute' | 'toMinute'>): string {
	if (fromMinute === 0 && toMinute === DAY_MINUTES) return m.minstaff_all_day();
	const from = clockOf(fromMinute);
	if (toMinute > DAY_MINUTES) return m.minstaff_next_day({ from, to: clockOf(toMinute) });
	return `${from}–${toMinute === DAY_MINUTES ? '24:00' : clockOf(toMinute)}`;
}

/** From which to which date it holds. */
export function holdsWords({ fromDate, toDate }: Pick<MinimumStaffRule, 'fromDate' | 'toDate'>): string {
	const words = (date: string) => formatDate(Date.parse(date), 'UTC');
	if (fromDate !== null && toDate !== null) return `${words(fromDate)} – ${words(toDate)}`;
	if (fromDate !== null) return m.minstaff_holds_from({ date: words(fromDate) });
	return toDate === null ? m.minstaff_always() : m.minstaff_holds_until({ date: words(toDate) });
}

/** The whole of it in one line: "at least 2 with Billing, Mon–Fri 09:00–18:00". */
export function minimumWords(rule: Omit<MinimumStaffRule, 'id'>, skillName: string | null): string {
	const when = { days: daysWords(rule.weekdays), times: timesWords(rule) };
	return skillName === null
		? m.minstaff_say({ count: rule.agents, ...when })
		: m.minstaff_say_skill({ count: rule.agents, skill: skillName, ...when });
}
