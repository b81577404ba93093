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
 * What a change promises: each touched queue's service level in `inSeconds` without it and with it, with the 80 % band,
 * by the model that foresees the floor and from the same dice. A queue is touched when somebody comes to it or leaves it.
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
	const after = predictFloor(withReassigned(floor, changes), options);
	const before = predictFloor(floor, options);
	const touched = new Set<number>();
	for (const { agent, queues } of changes) {
		const was = floor.agents[agent]!.queues;
		for (const q of was) if (!queues.includes(q)) touched.add(q);
		for (const q of queues) if (!was.includes(q)) touched.add(q);
	}
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
