import {
	afterBots,
	dayFigures,
	dayRequirement,
	staffingPlan,
	type DayFigures,
	type StaffingFigures
} from '#solver/staffing/index.ts';
import { parseDuration } from '../parse-duration.ts';
import { RefusedError, UsageError } from '../verb.ts';
import type { Flags } from './options.ts';
import { readForecast, type ForecastRow } from './read-forecast.ts';
import { readShrinkage } from './read-shrinkage.ts';
import { readBots, readTargets, readTerms, refusing, required, serviceLevel } from './read-terms.ts';

export interface PlannedDay extends DayFigures {
	date: string;
	/** With day targets: `optimal` = proven to be the fewest paid hours. */
	status: 'by-interval' | 'optimal' | 'feasible';
	agentHours: number;
	paidHours: number;
	/** With day targets: no plan that holds has fewer. */
	lowerBoundPaidHours: number | null;
}

export interface PlannedQueue {
	queue: string;
	agentHours: number;
	paidHours: number;
	days: PlannedDay[];
	intervals: ({ intervalStart: string; offered: number } & StaffingFigures)[];
}

/** The requirement of every interval of a forecast, queue by queue. */
export function staffPlan(flags: Flags): {
	targetScope: string;
	intervalSeconds: number;
	queues: PlannedQueue[];
} {
	const scope = flags['target-scope'] ?? 'interval';
	if (scope !== 'interval' && scope !== 'day')
		throw new UsageError(`--target-scope "${scope}" must be interval or day.`);
	const floorText = flags['floor-service-level'];
	if (floorText !== undefined && scope === 'interval')
		throw new UsageError('--floor-service-level goes with --target-scope day.');
	const targets = readTargets(flags, true);
	const terms = readTerms(flags);
	const bots = readBots(flags);
	const shrinkageOf = readShrinkage(flags);
	const floor =
		floorText === undefined ? null : { serviceLevel: serviceLevel(floorText, '--floor-service-level') };
	const aht = flags.aht === undefined ? null : parseDuration(flags.aht, '--aht');
	const queues = readForecast(required(flags, 'plan'));
	const intervalSeconds = flags.interval ? parseDuration(flags.interval, '--interval') : shortestStep(queues);

	const staffDay = (date: string, rows: ForecastRow[]) => {
		const input = {
			...terms,
			intervalSeconds,
			volumes: rows.map(({ offered }) => (bots ? afterBots(offered, bots) : offered)),
			ahtSeconds: rows.map((row) => ahtOf(row, aht)),
			shrinkage: rows.map((row) => shrinkageOf(row, intervalSeconds))
		};
		if (scope === 'day') {
			const { intervals, day, ...rest } = dayRequirement({
				...input,
				target: targets,
				...(floor && { floor })
			});
			return { intervals, day: { date, ...rest, ...day } };
		}
		const intervals = staffingPlan({ ...input, ...targets });
		const hours = intervalSeconds / 3600;
		const agentHours = intervals.reduce((sum, { agents }) => sum + agents, 0) * hours;
		const paidHours =
			intervals.reduce((sum, { agents }, i) => sum + agents / (1 - input.shrinkage[i]!), 0) * hours;
		const figures = dayFigures(input.volumes, intervals);
		const status = 'by-interval' as const;
		return { intervals, day: { date, status, agentHours, paidHours, lowerBoundPaidHours: null, ...figures } };
	};
	const planned = [...queues].map(([queue, rows]): PlannedQueue => {
		const days = [...Map.groupBy(rows, ({ date }) => date)].map(([date, ofDay]) => ({
			rows: ofDay,
			...refusing(() => staffDay(date, ofDay))
		}));
		return {
			queue,
			agentHours: days.reduce((sum, { day }) => sum + day.agentHours, 0),
			paidHours: days.reduce((sum, { day }) => sum + day.paidHours, 0),
			days: days.map(({ day }) => day),
			intervals: days.flatMap(({ rows: ofDay, intervals }) =>
				intervals.map((figures, i) => ({
					intervalStart: ofDay[i]!.start,
					offered: ofDay[i]!.offered,
					...figures
				}))
			)
		};
	});
	return { targetScope: scope, intervalSeconds, queues: planned };
}

function ahtOf(row: ForecastRow, fallback: number | null): number {
	const aht = row.ahtSeconds ?? fallback;
	if (aht !== null) return aht;
	if (row.offered === 0) return 0;
	throw new RefusedError(`--plan has no aht_seconds at ${row.start}: give --aht 240s for such intervals.`);
}

/** The time between neighbouring rows; gaps (closed hours) are whole numbers of it. */
function shortestStep(queues: ReadonlyMap<string, readonly ForecastRow[]>): number {
	const steps: { ms: number; start: string }[] = [];
	for (const rows of queues.values())
		rows.slice(1).forEach((row, i) => steps.push({ ms: row.utcMs - rows[i]!.utcMs, start: row.start }));
	const shortest = steps.reduce((least, { ms }) => Math.min(least, ms), Infinity);
	if (shortest === Infinity)
		throw new UsageError('--plan has one row a queue: say how long its intervals are with --interval 30m.');
	const odd = steps.find(({ ms }) => ms % shortest !== 0);
	if (odd)
		throw new RefusedError(
			`--plan has intervals of ${shortest / 60_000} minutes, but ${odd.start} comes ${odd.ms / 60_000} minutes after the one before.`
		);
	return shortest / 1000;
}
