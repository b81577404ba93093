import { addAgents } from './add-agents.ts';
import type { ClassAnswer, ClassProblem } from './class-problem.ts';
import { intervalAgents, partsOfInterval, siloStaff } from './interval-agents.ts';
import { intervalClasses, type IntervalClass } from './interval-classes.ts';
import type { PartOfCentre } from './part-of-centre.ts';
import { partsOf, searchClass } from './search-class.ts';
import { levelError, StationaryRun, type Stationary } from './stationary-run.ts';

/** Agents of a part of the centre, by interval. */
export interface PooledPart {
	/** By group, imaginary ones too. */
	agents: Int32Array[];
	/** By group × queues + queue; before rounding and correction. */
	parts: Float64Array[];
	stopped: boolean;
}

interface Work {
	seed: number;
	report(share: number): void;
	shouldStop(): boolean;
}

const MOST_CLASSES = 56;
/** Simulations that look for exchanges, in each class. */
const EXCHANGES = 8;
/** Contacts of a class's simulation: so many of its smallest queue, within limits. */
const CLASS_CONTACTS = { ofSmallest: 1000, least: 8000, most: 30_000 };
/** And of the simulation that confirms an interval. */
const INTERVAL_CONTACTS = { ofSmallest: 250, least: 2500, most: 8000 };
/** Additions to an interval that a confirmation may ask for. */
const MOST_REPAIRS = 3;

/**
 * Agents by group and interval for queues and groups that hang together: the search runs once for each class of similar
 * intervals, its answer is carried over to the members, and a shorter simulation of each member confirms it; a queue that
 * is short there by more than chance explains gets agents.
 */
export function poolPart(part: PartOfCentre, work: Work): PooledPart {
	const { plan, model, loads, problemOf } = part;
	const size = model.queueCount;
	const all = Array.from({ length: plan.intervals }, (_, i) => i);
	const empty = (i: number) => loads.subarray(i * size, (i + 1) * size).every((load) => load === 0);
	const { features, width } = featuresOf(part);
	const classes = intervalClasses(all, features, width, (i) => String(empty(i)), MOST_CLASSES);
	const run = new StationaryRun(model);
	const agents: Int32Array[] = [];
	const parts: Float64Array[] = [];
	let stopped = false;
	classes.forEach((similar, c) => {
		stopped ||= work.shouldStop();
		const { answer, answerLoads } = stopped
			? guess(part, similar)
			: searchOf(part, similar, run, work.seed + c, work.shouldStop);
		for (const i of similar.members) {
			parts[i] = partsOfInterval(answer, answerLoads, loads.slice(i * size, (i + 1) * size));
			agents[i] = intervalAgents(problemOf(i), parts[i]!);
		}
		work.report((0.75 * (c + 1)) / classes.length);
	});
	all.forEach((i) => {
		stopped ||= work.shouldStop();
		if (!stopped && !empty(i)) confirm(part, i, agents, run, work.seed + 7919 + i);
		work.report(0.75 + (0.25 * (i + 1)) / all.length);
	});
	return { agents, parts, stopped };
}

/** Loads by queue, then limits by group: those beyond what the group's queues could need do not matter. */
function featuresOf({ model, plan, loads, silos, groups, problemOf }: PartOfCentre) {
	const size = model.queueCount;
	const width = size + groups.length;
	const features = new Float64Array(plan.intervals * width);
	for (let i = 0; i < plan.intervals; i++) {
		features.set(loads.subarray(i * size, (i + 1) * size), i * width);
		problemOf(i).limits.forEach((limit, g) => {
			const needed = model.queuesOfGroup[g]!.reduce((sum, q) => sum + silos[q]![i]!, 0);
			features[i * width + size + g] = Math.min(limit, needed);
		});
	}
	return { features, width };
}

function classProblem(part: PartOfCentre, { members, meanFeatures }: IntervalClass): ClassProblem {
	const mean = (valueOf: (i: number) => number) =>
		members.reduce((sum, i) => sum + valueOf(i), 0) / members.length;
	const problems = members.map((i) => part.problemOf(i));
	return {
		...problems[0]!,
		limits: problems[0]!.limits.map((_, g) =>
			Math.floor(problems.reduce((sum, { limits }) => sum + limits[g]!, 0) / members.length + 1e-9)
		),
		loads: meanFeatures.slice(0, part.queues.length),
		silos: part.silos.map((agents) => mean((i) => agents[i]!)),
		bound: Math.floor(mean((i) => part.bound[i]!))
	};
}

function searchOf(
	part: PartOfCentre,
	similar: IntervalClass,
	run: StationaryRun,
	seed: number,
	shouldStop: () => boolean
): { answer: ClassAnswer; answerLoads: Float64Array } {
	const problem = classProblem(part, similar);
	const contacts = draw(part, similar.members, run, CLASS_CONTACTS, seed);
	const evaluate = contacts
		? (agents: Int32Array, errors?: number) => run.evaluate(agents, problem.targets, errors)
		: null;
	return { answer: searchClass(problem, evaluate, EXCHANGES, shouldStop), answerLoads: problem.loads };
}

/** Without simulation: silos scaled to between the bounds. */
function guess(part: PartOfCentre, similar: IntervalClass) {
	const problem = classProblem(part, similar);
	const agents = siloStaff(problem);
	const answer = {
		agents,
		serviceLevel: new Float64Array(problem.loads.length),
		parts: partsOf(problem, agents, null)
	};
	return { answer, answerLoads: problem.loads };
}

/** Draws contacts at the mean rates of some intervals; false when none are expected. */
function draw(
	part: PartOfCentre,
	members: readonly number[],
	run: StationaryRun,
	sizes: typeof CLASS_CONTACTS,
	seed: number
): boolean {
	const { plan, model, intervalSeconds } = part;
	const size = model.queueCount;
	const volumes = new Float64Array(size);
	const aht = new Float64Array(size);
	for (const i of members)
		for (let q = 0; q < size; q++) {
			const cell = i * size + q;
			volumes[q]! += plan.volumes[cell]! / members.length;
			aht[q]! += (plan.volumes[cell]! * plan.ahtSeconds[cell]!) / members.length;
		}
	const total = volumes.reduce((sum, volume) => sum + volume, 0);
	if (total === 0) return false;
	const smallest = Math.min(...volumes.filter((volume) => volume > 0)) / total;
	const contacts = Math.min(sizes.most, Math.max(sizes.least, sizes.ofSmallest / smallest));
	run.draw(
		volumes.map((volume) => volume / intervalSeconds),
		aht.map((seconds, q) => (volumes[q]! > 0 ? seconds / volumes[q]! : 1)),
		contacts,
		seed
	);
	return true;
}

/** Simulates an interval by itself and adds agents where a queue is short by more than its standard error. */
function confirm(
	part: PartOfCentre,
	i: number,
	agents: Int32Array[],
	run: StationaryRun,
	seed: number
): void {
	const problem = part.problemOf(i);
	const silo = part.siloTotal[i]!;
	draw(part, [i], run, INTERVAL_CONTACTS, seed);
	const staff = agents[i]!;
	const total = () => staff.reduce((sum, n) => sum + n, 0);
	const real = part.groups.length;
	const alreadyShort = new Set([...problem.targets.keys()].filter((q) => staff[real + q]! > 0));
	for (let repair = 0; repair < MOST_REPAIRS; repair++) {
		const found = run.evaluate(staff);
		const level = withinChance(problem.targets, found);
		if (problem.targets.every((target, q) => problem.loads[q] === 0 || level[q]! >= target)) break;
		addAgents(problem, staff, level, alreadyShort);
		if (total() >= silo) {
			agents[i] = siloStaff(problem);
			break;
		}
	}
}

/** Service levels, with those below target by no more than a standard error lifted to it. */
function withinChance(targets: Float64Array, found: Stationary): Float64Array {
	return found.serviceLevel.map((level, q) => {
		const target = targets[q]!;
		return level < target && level >= target - levelError(target, found, q) ? target : level;
	});
}
