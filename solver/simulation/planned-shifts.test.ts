import { expect, it } from 'vitest';
import { demoScenario, plannedShifts, SimulatedCentre } from './index.ts';

const DAY_SECONDS = 86_400;
/** The simulated floor keeps a few milliseconds between things that fall together. */
const NEAR_MS = 200;
/** Monday, 2026-02-09. */
const MONDAY = Date.UTC(2026, 1, 9) / 1000 / DAY_SECONDS;

it('plannedShifts() is what agents do who are punctual, never absent and have no contacts', () => {
	const scenario = demoScenario();
	scenario.site.absence = 0;
	scenario.site.punctualitySeconds = 0;
	for (const queue of scenario.queues) queue.arrivals.weeklyVolume = 1e-9;
	const startMs = MONDAY * DAY_SECONDS * 1000;
	const centre = new SimulatedCentre(scenario, { seed: 1, startMs, utcOffsetSecondsAt: () => 0 });
	const told = new Map<string, [number, string][]>();
	for (const { type, time, data } of centre.advance(startMs + 2 * DAY_SECONDS * 1000)) {
		if (type !== 'marea.agent.state') continue;
		const { agent, state } = data as { agent: string; state: string };
		told.set(agent, [...(told.get(agent) ?? []), [Date.parse(time), state]]);
	}
	// Sunday's night shifts reach into Monday.
	const planned = plannedShifts(scenario, MONDAY - 1, 3);
	expect(planned.length).toBeGreaterThan(100);
	let checked = 0;
	for (const { agent, day, startSeconds, endSeconds, parts } of planned) {
		const states = told.get(agent)!;
		const at = (seconds: number) => (day * DAY_SECONDS + seconds) * 1000;
		const stateAt = (ms: number) => states.findLast(([since]) => since <= ms)?.[1];
		const moments: [number, string][] = [
			[at(startSeconds), 'available'],
			[at(endSeconds) - 2 * NEAR_MS, 'available'],
			[at(endSeconds), 'offline'],
			...parts.flatMap(({ kind, atSeconds, durationSeconds }): [number, string][] => [
				[at(startSeconds + atSeconds) - 2 * NEAR_MS, 'available'],
				[at(startSeconds + atSeconds), kind],
				[at(startSeconds + atSeconds + durationSeconds) - 2 * NEAR_MS, kind],
				[at(startSeconds + atSeconds + durationSeconds), 'available']
			])
		];
		for (const [ms, state] of moments) {
			if (ms < startMs || ms >= startMs + 2 * DAY_SECONDS * 1000) continue;
			expect([agent, new Date(ms).toISOString(), stateAt(ms + NEAR_MS)]).toEqual([
				agent,
				new Date(ms).toISOString(),
				state
			]);
			checked++;
		}
	}
	expect(checked).toBeGreaterThan(1_000);
});
