import type { ForeseenQueue, PresentFloor } from '#solver/prediction/index.ts';
import { foreseeHere, type FloorToForesee } from './judge-change.ts';

export interface CurvesRequest extends FloorToForesee {
	kind: 'curves';
	/** The same queues with other people at them. */
	changed: PresentFloor;
}

/** The next hour of every queue on a floor and on a changed one, from the same dice. */
export interface CurvesAnswer {
	before: ForeseenQueue[];
	after: ForeseenQueue[];
}

export function foreseeCurves({ floor, changed, variants }: CurvesRequest): CurvesAnswer {
	// Whoever moves brings queues together, or parts them.
	const links = floor.agents.flatMap(({ queues }, a) => {
		const then = changed.agents[a]!.queues;
		return then === queues ? [] : [[...new Set([...queues, ...then])]];
	});
	return {
		before: foreseeHere({ floor, variants, links }),
		after: foreseeHere({ floor: changed, variants, links })
	};
}
