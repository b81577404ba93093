import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { queues, specialDays } from '../db/schema/index.ts';
import { openTimeZone } from '../history/index.ts';
import { midnightOf } from './midnight-of.ts';
import { readActuals } from './read-actuals.ts';

/** What came on a special day, beside what usually comes on its weekday. */
export interface SpecialDayPast {
	date: string;
	queueId: string;
	came: number;
	/** Median of the same weekday in the weeks around it. */
	usual: number;
}

const DAY_MS = 86_400_000;
const WEEKS_AROUND = 5;
const LEAST_WEEKS = 3;
const MOST_DATES = 12;

/** The special days of one name as they came, newest first, queue by queue; only where enough is known around them. */
export async function readSpecialDayPast(
	ctx: Context,
	actor: Actor,
	timeZone: string,
	name: string
): Promise<SpecialDayPast[]> {
	requireRight(actor, 'forecast.view');
	const { orm } = ctx.db;
	const zone = openTimeZone(timeZone)!;
	const all = await orm.select().from(specialDays);
	const special = new Set(all.map(({ date }) => dayOf(date)));
	const dates = [...new Set(all.filter((row) => row.name === name).map(({ date }) => date))]
		.filter((date) => midnightOf(dayOf(date) + 1, zone) <= ctx.now())
		.sort()
		.reverse()
		.slice(0, MOST_DATES);
	const queueIds = (await orm.select({ id: queues.id }).from(queues)).map(({ id }) => id);
	const past: SpecialDayPast[] = [];
	for (const date of dates) {
		const day = dayOf(date);
		const span = {
			fromAt: midnightOf(day - 7 * WEEKS_AROUND, zone),
			toAt: midnightOf(day + 7 * WEEKS_AROUND + 1, zone),
			intervalSeconds: 86_400,
			queueIds
		};
		for (const [queueId, days] of await readActuals(ctx, zone, span)) {
			const totals = new Map(days.map(({ at, offered }) => [localDay(at, zone), offered]));
			const around = [...totals]
				.filter(([other]) => other !== day && (other - day) % 7 === 0 && !special.has(other))
				.map(([, offered]) => offered);
			const usual = around.length >= LEAST_WEEKS ? median(around) : 0;
			if (usual > 0) past.push({ date, queueId, came: totals.get(day) ?? 0, usual });
		}
	}
	return past;
}

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

const localDay = (midnight: number, zone: { offsetMs(at: number): number }) =>
	Math.floor((midnight + zone.offsetMs(midnight)) / DAY_MS);

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
