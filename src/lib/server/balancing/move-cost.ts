import type { ProposedDayChange } from '#lib/contracts/balance.ts';
import type { AgentPlace } from '#solver/balancing/index.ts';
import type { PresentFloor } from '#solver/prediction/index.ts';
import type { FloorChange } from './change-floor.ts';

/** Weighted contacts that moving one agent must save, as in the benchmark's closed loop; one who has just been moved must save more. */
export const MOVE_COST = 0.5;
const AGAIN = 3;

export const moveCost = ({ isFresh }: Pick<AgentPlace, 'isFresh'>): number =>
	isFresh ? AGAIN * MOVE_COST : MOVE_COST;

/** Another time for a break asks no more of somebody than another queue; to stay longer asks more, and is paid. */
const STAY_COST = 1;

export const dayCost = (kind: ProposedDayChange['kind']): number =>
	kind === 'extended' ? STAY_COST : MOVE_COST;

/** What all of some changes must save. */
export const costsOf = (changes: readonly FloorChange[], places: readonly AgentPlace[]): number =>
	changes.reduce((sum, { agent, day }) => sum + (day ? dayCost(day.kind) : moveCost(places[agent]!)), 0);

/** Contacts that an hour of the floor is about: what simulating it costs. */
export const contactsAhead = (queues: PresentFloor['queues']): number =>
	queues.reduce(
		(sum, { arrivals, waitingSeconds }) => sum + arrivals.reduce((a, b) => a + b, waitingSeconds.length),
		1
	);
