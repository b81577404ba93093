import type { RosterProblem } from '../problem.ts';
import type { RosterCover } from '../roster.ts';
import { validateRoster } from '../validate.ts';
import { compileDay, type CompiledDay } from './compile-day.ts';
import { shortIn } from './short-in.ts';
import { touchFew, type FewTouched } from './touch-few.ts';

export interface DayOptions {
	/** Time allowed, in seconds of `now`. */
	seconds: number;
	/** A clock in milliseconds; any origin. */
	now: () => number;
	/** Most people whose day may become otherwise than published. Default 20. */
	mostTouched?: number;
	/** Default 1. */
	seed?: number;
	/** Polled often; true ends the search and keeps the best so far. */
	shouldStop?: () => boolean;
	/** Ends the search after that many polls, whatever the time; equal seeds then give equal answers. */
	maxPolls?: number;
	onProgress?: (progress: { seconds: number; costs: number[] }) => void;
}

export interface DayChange {
	agent: string;
	day: number;
	/** null is off. */
	shift: string | null;
	/** Agent-hours by which the day would be shorter of people without this one change. */
	savesHours: number;
}

/** The best roster that was found with so many people touched, and no more. */
export interface DayPoint {
	touched: number;
	/** The problem's objective. */
	cost: number;
	/** Agent-hours short of the demand. */
	shortHours: number;
	/** Agent-hours above it, where there is demand. */
	overHours: number;
	/** What becomes otherwise than published; null is off. */
	changes: DayChange[];
	cover: RosterCover[];
}

export interface DayResult {
	/** First what stands, then ever more people for ever less cost. A single point: nothing helps. */
	points: DayPoint[];
	/** Whose week breaks a rule as it stands; they were left as they are. */
	leftAlone: string[];
	/** People who had a choice. */
	asked: number;
	seconds: number;
}

/**
 * Re-plans the rest of a day on which each agent has one day at most that is not fixed: the trade-off of cost against
 * people touched (`touchFew`). Every point has passed the independent validator: it breaks no rule that what stands
 * does not break already. It computes for the whole time without yielding: run it in a worker.
 *
 * @throws RangeError as `compileDay` does
 */
export function solveDay(problem: RosterProblem, options: DayOptions): DayResult {
	const startedAt = options.now();
	const seconds = () => (options.now() - startedAt) / 1000;
	const day = compileDay(problem);
	let polls = 0;
	const found = touchFew(day, {
		mostTouched: options.mostTouched ?? 20,
		seed: options.seed ?? 1,
		shouldStop: () =>
			++polls > (options.maxPolls ?? Infinity) ||
			seconds() >= options.seconds ||
			options.shouldStop?.() === true,
		onBetter: (points) => options.onProgress?.({ seconds: seconds(), costs: points.map(({ cost }) => cost) })
	});
	// What the cut leaves away costs the same with every choice.
	const apart = toPoint(problem, day, found[0]!, 0).cost - found[0]!.cost;
	const points = found
		.filter((point, n) => n === 0 || point.cost < found[n - 1]!.cost - 1e-9)
		.map((point) => toPoint(problem, day, point, apart));
	const standing = new Set(points[0]!.broken);
	for (const { touched, broken } of points) {
		const fresh = broken.find((text) => !standing.has(text));
		if (fresh)
			throw new Error(`Re-planning a day: with ${touched} people touched the validator says: ${fresh}`);
	}
	return {
		points: points.map(({ broken: _, ...point }) => point),
		leftAlone: day.leftAlone,
		asked: day.people.filter(({ kinds }) => kinds.length > 1).length,
		seconds: seconds()
	};
}

function toPoint(
	problem: RosterProblem,
	compiled: CompiledDay,
	{ touched, cost: counted, choices }: FewTouched,
	apart: number
) {
	const { people } = compiled;
	const short = shortIn(compiled, choices);
	const hours = problem.intervalMinutes / 60;
	const changes = people.flatMap(({ agent, day, shifts }, a) => {
		if (day === null || choices[a] === 0) return [];
		const without = choices.with(a, 0);
		const savesHours = (shortIn(compiled, without) - short) * hours;
		return [{ agent, day, shift: shifts[choices[a]!]!, savesHours }];
	});
	const changed = new Map(changes.map((change) => [change.agent, change]));
	const decided = new Set((problem.fixed ?? []).map(({ agent, day }) => `${day} ${agent}`));
	const kept = (problem.published ?? []).filter(
		({ agent, day }) => !decided.has(`${day} ${agent}`) && changed.get(agent)?.day !== day
	);
	const cost = touched === 0 ? null : counted + apart;
	const assignments = [...(problem.fixed ?? []), ...kept, ...changes].flatMap(({ agent, day, shift }) =>
		shift === null ? [] : [{ agent, day, shift }]
	);
	const { objective, cover, violations } = validateRoster(problem, { assignments });
	if (cost !== null && Math.abs(objective - cost) > 1e-6 * Math.max(1, Math.abs(cost)))
		throw new Error(`Re-planning a day: the search counts ${cost}, the validator ${objective}.`);
	const sum = (of: (one: RosterCover) => number) =>
		hours * cover.reduce((all, one) => all + (one.required > 0 ? Math.max(0, of(one)) : 0), 0);
	return {
		touched,
		cost: objective,
		shortHours: sum(({ required, scheduled }) => required - scheduled),
		overHours: sum(({ required, scheduled }) => scheduled - required),
		changes,
		cover: cover.filter(({ required }) => required > 0),
		broken: violations.map(({ text }) => text)
	};
}
