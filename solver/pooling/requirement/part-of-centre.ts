import type { PooledQueue } from '../pooled-queue.ts';
import { compileQueues } from '../simulation/compile-queues.ts';
import type { ArrivalPlan } from '../simulation/contact-stream.ts';
import { buildPoolModel, type PoolModel } from '../simulation/pool-model.ts';
import type { SkillGroup } from '../skill-group.ts';
import type { ClassProblem } from './class-problem.ts';
import type { Component } from './components.ts';
import { siloAgents } from './silo-agents.ts';
import { singlePoolAgents } from './single-pool-agents.ts';

/** A part of the centre that shares nobody with the rest, made ready for the search. */
export interface PartOfCentre {
	queues: PooledQueue[];
	groups: SkillGroup[];
	/** Groups, then one imaginary group of each queue: people who are missing. */
	model: PoolModel;
	plan: ArrivalPlan;
	intervalSeconds: number;
	/** By interval × queues + queue, in agents. */
	loads: Float64Array;
	/** By queue. */
	silos: Int32Array[];
	/** By interval. */
	bound: Int32Array;
	siloTotal: Int32Array;
	problemOf(interval: number): ClassProblem;
}

export function partOfCentre(
	all: readonly PooledQueue[],
	allGroups: readonly SkillGroup[],
	component: Component,
	intervalSeconds: number
): PartOfCentre {
	const queues = component.queues.map((q) => all[q]!);
	const groups = component.groups.map((g) => allGroups[g]!);
	const plan = compileQueues(queues, intervalSeconds);
	const { intervals } = plan;
	const size = queues.length;
	const model = buildPoolModel(queues, [...groups, ...queues.map(({ id }) => ({ queueIds: [id] }))]);
	const loads = plan.volumes.map(
		(volume, cell) => (volume * plan.ahtSeconds[cell]! * model.share[cell % size]!) / intervalSeconds
	);
	const silos = queues.map((queue) => siloAgents(queue, intervalSeconds));
	const siloTotal = Int32Array.from({ length: intervals }, (_, i) =>
		silos.reduce((sum, agents) => sum + agents[i]!, 0)
	);
	const bound = Int32Array.from({ length: intervals }, (_, i) =>
		Math.min(singlePoolAgents(queues, i, intervalSeconds), siloTotal[i]!)
	);
	const real = (groupList: Int32Array) => groupList.filter((g) => g < groups.length);
	const common = {
		targets: Float64Array.from(queues, ({ serviceLevel }) => serviceLevel.share),
		minimum: Int32Array.from(queues, ({ minimumAgents = 0 }) => minimumAgents),
		costs: Float64Array.from(groups, ({ cost = 1 }) => cost),
		queuesOfGroup: model.queuesOfGroup,
		groupsOfQueue: model.groupsOfQueue.map(real)
	};
	const problemOf = (i: number): ClassProblem => {
		const limits = Float64Array.from(groups, ({ headcount }) =>
			typeof headcount === 'number' ? headcount : (headcount?.[i] ?? Infinity)
		);
		return {
			...common,
			loads: loads.slice(i * size, (i + 1) * size),
			silos: silos.map((agents) => agents[i]!),
			bound: bound[i]!,
			limits,
			weights: weightsOf(groups, limits)
		};
	};
	return { queues, groups, model, plan, intervalSeconds, loads, silos, bound, siloTotal, problemOf };
}

/**
 * Where work can go to several groups: in proportion to the people that they have. Where numbers are not limited, to those
 * who serve most for their cost, since breadth is what pooling lives on.
 */
function weightsOf(groups: readonly SkillGroup[], limits: Float64Array): Float64Array {
	const largest = Math.max(1, ...limits.filter((limit) => limit < Infinity));
	const worth = groups.map(({ queueIds, cost = 1 }) => queueIds.length / cost ** 3);
	const most = Math.max(0, ...worth);
	return limits.map((limit, g) =>
		limit < Infinity ? Math.max(limit / largest, 1e-6) : worth[g]! >= 0.999 * most ? 1 : 1e-3
	);
}
