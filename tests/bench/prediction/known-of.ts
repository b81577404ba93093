import type { KnownAhead } from '#lib/server/predictions/index.ts';
import { expectedArrivals, type Scenario } from '#solver/simulation/index.ts';
import type { BenchFloor } from './floors.ts';

const DAY_MS = 86_400_000;

/** What the planner put into the system for a day that begins at `dayMs` (UTC): the forecast and the roster. */
export function knownOf({ planned, isPlanned }: BenchFloor, dayMs: number, weekday: number): KnownAhead {
	const known: KnownAhead = {
		queues: new Map(
			planned.queues.map(({ id, priority, patienceSeconds }) => [id, { priority, patienceSeconds }])
		),
		expected: new Map(),
		shifts: new Map()
	};
	if (!isPlanned) return known;
	for (const queue of planned.queues) {
		const parts = expectedArrivals(queue)[weekday]!;
		const partMs = DAY_MS / parts.length;
		known.expected.set(
			queue.id,
			parts.map((offered, i) => ({
				fromMs: dayMs + i * partMs,
				toMs: dayMs + (i + 1) * partMs,
				offered,
				ahtSeconds: queue.ahtSeconds
			}))
		);
	}
	for (const agent of planned.agents) known.shifts.set(agent.id, shiftsOf(agent, dayMs, weekday));
	return known;
}

function shiftsOf({ shifts }: Scenario['agents'][number], dayMs: number, weekday: number) {
	return shifts
		.filter(({ weekdays }) => weekdays.includes(weekday))
		.map(({ startSeconds, endSeconds, breaks, lunch }) => {
			const at = (seconds: number) => dayMs + (startSeconds + seconds) * 1000;
			return {
				startAt: at(0),
				endAt: dayMs + endSeconds * 1000,
				breaks: [...breaks, ...(lunch ? [lunch] : [])]
					.map(({ atSeconds, durationSeconds }) => ({
						startAt: at(atSeconds),
						endAt: at(atSeconds + durationSeconds)
					}))
					.sort((a, b) => a.startAt - b.startAt)
			};
		});
}
