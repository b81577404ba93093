import type { LoggedEvent } from '#lib/contracts/events.ts';
import {
	bookVisit,
	compareEvents,
	emptyTally,
	foldContact,
	LiveState,
	type Tally
} from '#lib/server/live/index.ts';
import { AGENTS, busyConfig, busyFloor, QUEUES, type FloorSize } from '../../support/busy-floor.ts';
import { perSecond, say, timed, type Found } from './report.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const RUNS = 4;

/** The live state's totals against those of each contact folded at once. */
function foldsAgree(state: LiveState, events: readonly LoggedEvent[]): boolean {
	const [live, batch] = [emptyTally(), emptyTally()];
	for (const { tallies } of state.queues.values())
		for (const key of Object.keys(live) as (keyof Tally)[]) live[key] += tallies.sum(0, NOW * 2)[key];
	const byContact = Map.groupBy(
		events.filter(({ data }) => data.contact),
		({ data }) => data.contact!
	);
	for (const list of byContact.values())
		for (const visit of foldContact(list.sort(compareEvents)).visits)
			bookVisit(batch, visit, state.queues.get(visit.queue)!.tallies.limits, 1);
	return batch.offered > 0 && JSON.stringify(live) === JSON.stringify(batch);
}

/** Folds in batches of a thousand; the best of some runs, by the wall and by this process's own time. */
export async function foldRate(
	count: number,
	size: FloorSize
): Promise<{ ms: number; cpuMs: number; isRight: boolean }> {
	const events = busyFloor(count, NOW, 3_600_000, size).map((event, i): LoggedEvent => ({
		...event,
		seq: i + 1
	}));
	const best = { ms: Infinity, cpuMs: Infinity, isRight: true };
	for (let run = 0; run < RUNS; run++) {
		const state = new LiveState(busyConfig(size), () => null);
		const { ms, cpuMs } = await timed(() => {
			for (let i = 0; i < events.length; i += 1000) state.apply(events.slice(i, i + 1000), NOW);
		});
		best.ms = Math.min(best.ms, ms);
		best.cpuMs = Math.min(best.cpuMs, cpuMs);
		if (run === 0) best.isRight = foldsAgree(state, events);
	}
	return best;
}

export async function benchFold(): Promise<Found> {
	const count = 400_000;
	const { ms, cpuMs, isRight } = await foldRate(count, { queues: QUEUES, agents: AGENTS });
	say(
		`fold, ${AGENTS} agents and ${QUEUES} queues: ${perSecond(count, ms)} (${perSecond(count, cpuMs)} of this process's own time); ` +
			`live and batch fold ${isRight ? 'agree' : 'DIFFER'}`
	);
	return {
		isRight,
		goals: [{ name: 'fold ≥ 300,000 events/s', met: count / ms >= 300, figure: perSecond(count, ms) }]
	};
}
