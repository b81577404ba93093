import { agentsWithShrinkage } from './agents-with-shrinkage.ts';
import { checkDemand, checkTerms, refuse } from './check-staffing.ts';
import { emptyFigures } from './empty-figures.ts';
import { intervalQueue } from './interval-queue.ts';
import { queueFigures } from './queue-figures.ts';
import type { StaffingFigures, StaffingInput } from './staffing-input.ts';

const ACTION = 'Evaluating a number of agents';

/** So many agents never keep up, and without abandonment nothing else relieves the queue. */
export interface UnstableStaffing {
	status: 'unstable';
	/** Fewest agents with which the queue settles. */
	agentsNeeded: number;
	explanation: string;
}

/**
 * What a given number of agents leads to in an interval, by the models and definitions of staffingRequirement().
 * Targets in the input are not needed; the service level takes its threshold from there and is null without one.
 *
 * @param agents available for contacts, before shrinkage; a whole number from 0
 * @returns the figures, or, in Erlang C with load ≥ agents, why there are none
 * @throws RangeError for a value outside its domain
 */
export function evaluateStaffing(
	input: StaffingInput,
	agents: number
): ({ status: 'stable' } & StaffingFigures) | UnstableStaffing {
	checkTerms(ACTION, input, false);
	checkDemand(ACTION, '', input, input);
	if (!Number.isInteger(agents) || agents < 0 || agents > 1e8)
		refuse(ACTION, 'agents', agents, 'a whole number from 0 to 1e8.');
	const { volume, patienceSeconds, shrinkage = 0, concurrency = 1 } = input;
	const head = {
		status: 'stable',
		model: patienceSeconds === undefined ? 'erlang-c' : 'erlang-a',
		agents,
		agentsWithShrinkage: agentsWithShrinkage(agents, shrinkage)
	} as const;
	if (volume === 0) return { ...head, ...emptyFigures(agents) };

	const queue = intervalQueue(input, input);
	const { loadErlangs } = queue;
	const figures = queueFigures(queue, agents * concurrency);
	if (figures.status === 'stable') return { ...head, ...figures };
	const agentsNeeded = Math.floor(loadErlangs / concurrency) + 1;
	return {
		status: 'unstable',
		agentsNeeded,
		explanation:
			`A load of ${Number(loadErlangs.toPrecision(6))} Erlangs is more than ${agents} agents can carry` +
			`${concurrency > 1 ? `, ${concurrency} contacts each` : ''}: without abandonment the queue grows without end. ` +
			`At least ${agentsNeeded} agents are needed, or a patience (then Erlang A).`
	};
}
