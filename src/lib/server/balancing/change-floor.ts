import type { ProposedDayChange } from '#lib/contracts/balance.ts';
import {
	HORIZON_SECONDS,
	withReassigned,
	type AgentChange,
	type PresentFloor
} from '#solver/prediction/index.ts';

/** What a proposal makes of one person, by place on the floor: other queues, or another day. */
export type FloorChange =
	| { agent: number; queues: readonly number[]; day?: undefined }
	| { agent: number; queues?: undefined; day: ChangedDay };

/** A change of the day, with what is then to come of the person. */
export interface ChangedDay extends Omit<ProposedDayChange, 'agent'> {
	changes: AgentChange[];
}

export function withChanged(floor: PresentFloor, changes: readonly FloorChange[]): PresentFloor {
	const agents = [...floor.agents];
	for (const { agent, day } of changes) if (day) agents[agent] = { ...agents[agent]!, changes: day.changes };
	return withReassigned(
		{ ...floor, agents },
		changes.flatMap(({ agent, queues }) => (queues ? [{ agent, queues }] : []))
	);
}

/** How near a change of the floor must be to the roster's break to be that break. */
const SAME_SECONDS = 5;

const placeOf = (changes: readonly AgentChange[], seconds: number, isServing: boolean): number =>
	changes.findIndex((one) => one.isServing === isServing && Math.abs(one.inSeconds - seconds) < SAME_SECONDS);

/** What is to come of somebody who stays longer; null where the floor does not expect them to go then. */
export function changesWithStay(
	changes: readonly AgentChange[],
	{ from, to }: { from: number; to: number }
): AgentChange[] | null {
	const goes = placeOf(changes, from, false);
	if (goes < 0 || goes !== changes.length - 1) return null;
	const later = { ...changes[goes]!, inSeconds: to };
	return [...changes.slice(0, goes), ...(to < HORIZON_SECONDS ? [later] : [])];
}

/** What is to come of somebody once a break begins at another time; null where the floor does not expect that break. */
export function changesWithBreak(
	changes: readonly AgentChange[],
	{ from, to, moved }: { from: number; to: number; moved: number }
): AgentChange[] | null {
	const [goes, comes] = [placeOf(changes, from, false), placeOf(changes, to, true)];
	if (goes < 0 || comes < 0) return null;
	return changes
		.map((one, i) => {
			if (i === goes) return { ...one, inSeconds: moved };
			return i === comes ? { ...one, inSeconds: moved + to - from } : one;
		})
		.sort((a, b) => a.inSeconds - b.inSeconds);
}
