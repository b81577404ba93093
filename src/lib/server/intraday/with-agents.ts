import type { PlannedInterval } from '../forecasts/index.ts';
import type { DayGrid } from './day-grid.ts';
import type { DayPeople } from './day-people.ts';
import type { QueueService } from './day-service.ts';
import { expectedService } from './expected-service.ts';
import type { IntradaySeries } from './intraday-view.ts';
import type { DayPlan } from './read-plan-terms.ts';
import { ahtAhead, requiredAgain } from './required-again.ts';

type Rows = readonly (PlannedInterval | undefined)[];

/** Agents as planned, and as the re-forecast needs them. */
export function withAgents(
	one: IntradaySeries,
	rows: Rows,
	grid: DayGrid,
	{ terms, agents, intervalSeconds }: DayPlan
): IntradaySeries {
	const ofQueue = one.queueId === null ? undefined : terms[one.queueId];
	if (!ofQueue) return one;
	const planned = agents.get(one.queueId!);
	const required = requiredAgain(one, rows, grid.stepMs / 1000, ofQueue);
	return {
		...one,
		intervals: one.intervals.map((row, slot) => ({
			...row,
			planned: valueAt(planned, row.startAt, grid, intervalSeconds),
			required: required[slot]!
		}))
	};
}

/** People scheduled, and people there. */
export function withPeople(one: IntradaySeries, grid: DayGrid, people: DayPeople | null): IntradaySeries {
	if (!people || one.queueId === null) return one;
	const [scheduled, staffed] = [people.scheduled.get(one.queueId), people.staffed.get(one.queueId)];
	return {
		...one,
		intervals: one.intervals.map((row) => ({
			...row,
			scheduled: valueAt(scheduled, row.startAt, grid, people.intervalSeconds),
			staffed: valueAt(staffed, row.startAt, grid, people.intervalSeconds)
		}))
	};
}

/** Service level of each interval and of the day, as it was and as it is to be expected. */
export function withService(
	one: IntradaySeries,
	service: QueueService | undefined,
	target: { share: number; thresholdSeconds: number },
	rows: Rows,
	grid: DayGrid,
	plan: DayPlan | null
): IntradaySeries {
	const soFar = service?.soFar ?? { serviceLevel: null, offered: 0 };
	const terms = one.queueId === null ? undefined : plan?.terms[one.queueId];
	const expected =
		terms &&
		expectedService(
			one.intervals,
			soFar,
			one.totals.level,
			terms,
			grid.stepMs / 1000,
			ahtAhead(rows, terms, one.totals.ahtRatio)
		);
	const isOver = one.intervals.every((row) => row.reforecast === null);
	return {
		...one,
		totals: {
			...one.totals,
			serviceLevelSoFar: soFar.serviceLevel,
			serviceLevelDay: isOver ? soFar.serviceLevel : null,
			...expected?.totals,
			serviceLevelTarget: target
		},
		intervals: one.intervals.map((row, slot) => ({
			...row,
			serviceLevel: service?.byInterval.get(row.startAt) ?? null,
			expectedServiceLevel: expected?.byInterval[slot] ?? null
		}))
	};
}

/** A plan's interval holds for all that begin in it. */
function valueAt(
	values: ReadonlyMap<number, number> | undefined,
	startAt: number,
	{ fromAt }: DayGrid,
	intervalSeconds: number
): number | null {
	return values?.get(startAt - ((startAt - fromAt) % (intervalSeconds * 1000))) ?? null;
}
