import type { ProposedBreak } from '#lib/contracts/balance.ts';
import { withReassigned, type AgentChange, type PresentFloor } from '#solver/prediction/index.ts';

/** What a proposal makes of one person, by place on the floor: other queues, or a break at another time. */
export type FloorChange =
	| { agent: number; queues: readonly number[]; moved?: undefined }
	| { agent: number; queues?: undefined; moved: MovedBreak };

/** A break that may be moved, with what is then to come of the person. */
export interface MovedBreak extends Omit<ProposedBreak, 'agent'> {
	changes: AgentChange[];
}

export function withChanged(floor: PresentFloor, changes: readonly FloorChange[]): PresentFloor {
	const agents = [...floor.agents];
	for (const { agent, moved } of changes)
		if (moved) agents[agent] = { ...agents[agent]!, changes: moved.changes };
	return withReassigned(
		{ ...floor, agents },
		changes.flatMap(({ agent, queues }) => (queues ? [{ agent, queues }] : []))
	);
}

/** How near a change of the floor must be to the roster's break to be that break. */
const SAME_SECONDS = 5;

/** What is to come of somebody once a break begins at another time; null where the floor does not expect that break. */
export function changesWithBreak(
	changes: readonly AgentChange[],
	{ from, to, moved }: { from: number; to: number; moved: number }
): AgentChange[] | null {
	const at = (seconds: number, isServing: boolean) =>
		changes.findIndex(
			(one) => one.isServing === isServing && Math.abs(one.inSeconds - seconds) < SAME_SECONDS
		);
	const [goes, comes] = [at(from, false), at(to, true)];
	if (goes < 0 || comes < 0) return null;
	return changes
		.map((one, i) => {
			if (i === goes) return { ...one, inSeconds: moved };
			return i === comes ? { ...one, inSeconds: moved + to - from } : one;
		})
		.sort((a, b) => a.inSeconds - b.inSeconds);
}
