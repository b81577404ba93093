import type { Band } from './band.ts';
import { STEP_SECONDS, STEPS } from './horizon.ts';
import { predictFloor, type PredictOptions } from './predict-floor.ts';
import type { PresentFloor } from './present.ts';

/** An agent, by place on the floor, who serves these queues from now on. */
export interface AgentReassigned {
	agent: number;
	queues: readonly number[];
}

/** What a change does to one queue, as the floor will show it. */
export interface ForeseenEffect {
	queue: string;
	inSeconds: number;
	/** Service level of the half hour up to then, without the change and with it; null = nobody will have come. */
	before: Band | null;
	after: Band | null;
	/** Contacts of that half hour by which the target is missed, on average. */
	lostBefore: number;
	lostAfter: number;
}

/** The floor with agents serving other queues; what they have in hand they finish. */
export function withReassigned(floor: PresentFloor, changes: readonly AgentReassigned[]): PresentFloor {
	const agents = [...floor.agents];
	for (const { agent, queues } of changes) {
		const one = agents[agent];
		if (!one) throw new RangeError(`Foreseeing a change: agent "${agent}" must be one of the floor's.`);
		agents[agent] = { ...one, queues };
	}
	return { ...floor, agents };
}

/**
 * Queues that share agents are simulated together. A linked floor has somebody who serves nobody and links the queues
 * given, so that it meets the same contacts before a change that brings them together and after it.
 */
export function linked(floor: PresentFloor, queues: readonly number[]): PresentFloor {
	const link = { queues: [...queues], isServing: false, contacts: [], changes: [], pauses: null };
	return { ...floor, agents: [...floor.agents, link] };
}

/**
 * What a change promises: each touched queue's service level in `inSeconds` without it and with it, with the 80 % band,
 * by the model that foresees the floor and from the same dice. Touched are the queues to which somebody comes, those
 * that they leave, and those that they go on serving beside them.
 *
 * Cost: two forecasts of the floor.
 * @throws RangeError as predictFloor() does, and for an agent who is not there or a time that is no step of the horizon
 */
export function foreseeChange(
	floor: PresentFloor,
	changes: readonly AgentReassigned[],
	inSeconds: number,
	options: PredictOptions
): ForeseenEffect[] {
	const step = inSeconds / STEP_SECONDS - 1;
	if (!Number.isInteger(step) || step < 0 || step >= STEPS)
		throw new RangeError(
			`Foreseeing a change: inSeconds "${inSeconds}" must be a multiple of ${STEP_SECONDS} up to ${STEPS * STEP_SECONDS}.`
		);
	const touched = new Set<number>();
	for (const { agent, queues } of changes) {
		const was = floor.agents[agent]?.queues ?? [];
		const isSame = was.length === queues.length && queues.every((q) => was.includes(q));
		if (!isSame) for (const q of [...was, ...queues]) touched.add(q);
	}
	// The change brings queues together: apart before it, they would meet other contacts.
	const after = predictFloor(linked(withReassigned(floor, changes), [...touched]), options);
	const before = predictFloor(linked(floor, [...touched]), options);
	return [...touched]
		.sort((a, b) => a - b)
		.map((q) => {
			const [without, withIt] = [before[q]!.points[step]!, after[q]!.points[step]!];
			return {
				queue: floor.queues[q]!.id,
				inSeconds,
				before: without.serviceLevel,
				after: withIt.serviceLevel,
				lostBefore: without.lost,
				lostAfter: withIt.lost
			};
		});
}
