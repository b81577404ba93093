import { staffingPlan } from '../staffing/plan.ts';
import type { CapacityFamily } from './capacity-input.ts';
import type { CalendarMonth } from './month-calendar.ts';

/** What people who share their work are asked for in a month: one queue of one or more families. */
export interface PoolWork {
	/** Contacts of each family in each interval in which any is open. */
	volumes: Float64Array[];
	/** Their sum, mean handling time and patience; the last is 0 where nobody abandons. */
	total: Float64Array;
	ahtSeconds: Float64Array;
	patienceSeconds: Float64Array;
	/** Agents on contacts in each; not whole where the work can wait. */
	agents: Float64Array;
	/** Days of the month with that interval. */
	times: Float64Array;
	/** Σ agents × times × interval, in hours. */
	agentHours: number;
}

/** A family's months: contacts for people, and their handling time. */
export interface FamilyMonths {
	offered: readonly number[];
	ahtSeconds: readonly number[];
}

/**
 * Agent-hours on contacts that each month of a pool takes.
 *
 * A month's contacts are laid over its own weekdays by each family's profile; each open interval takes the fewest agents
 * that meet every family's target for all of the pool's contacts (exact Erlang A, or C where nobody abandons, through
 * staffingPlan(); mean handling time, mean rate of abandonment), and comes as often as its weekday does. Work that can
 * wait takes its hours of handling, over the occupancy cap, spread evenly over the open time. Where it is open the largest
 * of the families' minimums is there.
 *
 * Cost: one staffing search an open interval, month and target, about 3 µs each.
 *
 * @param families of one pool: the same concurrency, intervals and kind
 * @param months for each family
 */
export function requiredHours(
	families: readonly CapacityFamily[],
	months: readonly FamilyMonths[],
	calendar: readonly Pick<CalendarMonth, 'weekdays'>[],
	maxOccupancy: number | null
): PoolWork[] {
	const { intervalSeconds } = families[0]!.profile;
	const width = 86_400 / intervalSeconds;
	const open: { weekday: number; at: number }[] = [];
	for (let weekday = 0; weekday < 7; weekday++)
		for (let at = 0; at < width; at++)
			if (families.some(({ profile }) => profile.shares[weekday]![at]! > 0)) open.push({ weekday, at });

	const works = calendar.map(({ weekdays }, m): PoolWork => {
		const times = Float64Array.from(open, ({ weekday }) => weekdays[weekday]!);
		const volumes = families.map(({ profile }, f) => {
			const share = (i: number) => profile.shares[open[i]!.weekday]![open[i]!.at]!;
			const whole = open.reduce((sum, _, i) => sum + share(i) * times[i]!, 0);
			// A month without the weekdays on which it is open takes nothing.
			return Float64Array.from(open, (_, i) => (whole > 0 ? (months[f]!.offered[m]! * share(i)) / whole : 0));
		});
		const total = Float64Array.from(open, (_, i) => volumes.reduce((sum, row) => sum + row[i]!, 0));
		const mean = (of: (f: number) => number) =>
			Float64Array.from(total, (whole, i) =>
				whole > 0 ? volumes.reduce((sum, row, f) => sum + row[i]! * of(f), 0) / whole : of(0)
			);
		const rate = mean((f) => (families[f]!.patienceSeconds === null ? 0 : 1 / families[f]!.patienceSeconds!));
		return {
			times,
			volumes,
			total,
			ahtSeconds: mean((f) => months[f]!.ahtSeconds[m]!),
			patienceSeconds: rate.map((perSecond) => (perSecond > 0 ? 1 / perSecond : 0)),
			agents: new Float64Array(open.length),
			agentHours: 0
		};
	});
	const minimum = Float64Array.from(open, ({ weekday, at }) =>
		families.reduce(
			(most, { profile, minimumAgents }) =>
				profile.shares[weekday]![at]! > 0 ? Math.max(most, minimumAgents) : most,
			0
		)
	);
	if (families[0]!.isDeferred) for (const work of works) spread(families[0]!, work, maxOccupancy);
	else meetTargets(families, works, maxOccupancy);
	for (const work of works) {
		work.agents.forEach((agents, i) => (work.agents[i] = Math.max(agents, minimum[i]!)));
		work.agentHours =
			work.agents.reduce((sum, agents, i) => sum + agents * work.times[i]!, 0) * (intervalSeconds / 3600);
	}
	return works;
}

/** All months in one search, so that they help each other; with and without abandonment are models of their own. */
function meetTargets(
	families: readonly CapacityFamily[],
	works: readonly PoolWork[],
	maxOccupancy: number | null
): void {
	const cells = works.flatMap((work) => Array.from(work.total, (_, i) => ({ work, i })));
	const targets = new Map(
		families.map(({ serviceLevel }) => [Object.values(serviceLevel).join(), serviceLevel])
	);
	for (const abandons of [true, false]) {
		const part = cells.filter(({ work, i }) => work.patienceSeconds[i]! > 0 === abandons);
		if (part.length === 0) continue;
		for (const serviceLevel of targets.values()) {
			const planned = staffingPlan({
				volumes: part.map(({ work, i }) => work.total[i]!),
				ahtSeconds: part.map(({ work, i }) => work.ahtSeconds[i]!),
				intervalSeconds: families[0]!.profile.intervalSeconds,
				serviceLevel,
				concurrency: families[0]!.concurrency,
				...(abandons && { patienceSeconds: part.map(({ work, i }) => work.patienceSeconds[i]!) }),
				...(maxOccupancy !== null && { maxOccupancy })
			});
			part.forEach(({ work, i }, k) => (work.agents[i] = Math.max(work.agents[i]!, planned[k]!.agents)));
		}
	}
}

function spread(family: CapacityFamily, work: PoolWork, maxOccupancy: number | null): void {
	const openSeconds = work.times.reduce((sum, n) => sum + n, 0) * family.profile.intervalSeconds;
	if (openSeconds === 0) return;
	const seconds = work.total.reduce((sum, n, i) => sum + n * work.ahtSeconds[i]! * work.times[i]!, 0);
	work.agents.fill(seconds / (maxOccupancy ?? 1) / family.concurrency / openSeconds);
}
