import { z } from 'zod';
import type { MinimumStaffRule } from '#lib/contracts/rostering.ts';

const DAY_MINUTES = 1_440;
/** The finest grid of a roster. */
const GRID_MINUTES = 5;
export const MOST_AGENTS = 10_000;

const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
/** The value that was given, and what was wanted in its place. */
const wanted = (what: string) => ({
	error: ({ input }: { input?: unknown }) => `is ${shown(input)}; wanted ${what}`
});

const people = wanted(`a whole number from 1 to ${MOST_AGENTS}`);
const weekdays = wanted('at least one of 0 (Monday) to 6, each once');
const from = wanted(`local minutes from 0 to ${DAY_MINUTES - GRID_MINUTES}, a multiple of ${GRID_MINUTES}`);
const to = wanted(`local minutes up to ${2 * DAY_MINUTES}, a multiple of ${GRID_MINUTES}`);
const date = z.iso.date(wanted('a date as YYYY-MM-DD, or null')).nullable().default(null);

/** A minimum as it is asked for; `id` of one that is changed, or is to be there again. */
export const MinimumStaffInput = z
	.strictObject({
		id: z.uuid(wanted('an id as the list has it, or none')).optional(),
		agents: z.int(people).min(1, people).max(MOST_AGENTS, people),
		skillId: z.string().min(1, wanted('a skill, or null for anybody')).nullable().default(null),
		weekdays: z
			.array(z.int(weekdays).min(0, weekdays).max(6, weekdays), weekdays)
			.min(1, weekdays)
			.refine((days) => new Set(days).size === days.length, weekdays)
			.transform((days) => [...days].sort((a, b) => a - b)),
		fromMinute: z
			.int(from)
			.min(0, from)
			.max(DAY_MINUTES - GRID_MINUTES, from)
			.multipleOf(GRID_MINUTES, from),
		toMinute: z
			.int(to)
			.min(0, to)
			.max(2 * DAY_MINUTES, to)
			.multipleOf(GRID_MINUTES, to),
		fromDate: date,
		toDate: date
	})
	.superRefine(({ fromMinute, toMinute, fromDate, toDate }, context) => {
		const refuse = (field: string, value: unknown, what: string) =>
			context.addIssue({ code: 'custom', path: [field], message: `is ${shown(value)}; wanted ${what}` });
		if (toMinute <= fromMinute || toMinute > fromMinute + DAY_MINUTES)
			refuse('toMinute', toMinute, `a time after fromMinute (${fromMinute}) and no more than a day later`);
		if (fromDate !== null && toDate !== null && toDate < fromDate)
			refuse('toDate', toDate, `no date before fromDate (${fromDate})`);
	});

/** What says that two ask for people at the same times, however many. */
export const keyOf = (rule: Omit<MinimumStaffRule, 'id' | 'agents'>): string =>
	JSON.stringify([rule.skillId, rule.weekdays, rule.fromMinute, rule.toMinute, rule.fromDate, rule.toDate]);
