import { openTimeZone } from '#lib/server/history/index.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { listAgents } from '#lib/server/agents/index.ts';
import { buildProblem } from '../../src/lib/server/rosters/build-problem.ts';
import { SHIFT_KINDS, storeRoster } from '#lib/server/rosters/index.ts';
import { seededRandom } from './seeded-random.ts';

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;
const SPREAD = [0, 30, 60, 90, 120, 180, 240, 300];

/**
 * Stores a draft in which everybody of a centre works five days a week, by a plan that asks for a little more than there
 * is: nobody has solved it, and the rules are kept.
 *
 * @param weeks from Monday 2026-11-23 on
 * @returns the roster's id and its number of shifts
 */
export async function storeLargeRoster(
	url: string,
	weeks: number
): Promise<{ rosterId: string; shifts: number }> {
	const db = await openDatabase(url, 'drizzle');
	const ctx: Context = { db, now: () => Date.UTC(2026, 10, 20) };
	try {
		const agents = await listAgents(ctx);
		const skills = [...new Set(agents.flatMap((agent) => agent.skills.map(({ skillId }) => skillId)))];
		const start = Date.UTC(2026, 10, 23);
		const days = weeks * 7;
		const demand = [];
		for (let at = start; at < start + days * DAY_MS; at += QUARTER_MS) {
			const hour = ((at - start) % DAY_MS) / 3_600_000;
			if (hour < 8 || hour >= 21) continue;
			const wanted = (agents.length / skills.length) * (0.35 + 0.2 * Math.sin(((hour - 8) / 13) * Math.PI));
			for (const skillId of skills)
				demand.push({ queueId: skillId, skillId, startAt: at, agents: Math.round(wanted) });
		}
		const problem = buildProblem({
			...{ start: '2026-11-23', days, zone: openTimeZone('UTC')!, intervalSeconds: 900, demand, agents },
			kinds: SHIFT_KINDS
		});
		const below = seededRandom(7);
		const assignments = problem.agents.flatMap(({ id }) => {
			const kind = `full ${clock(480 + SPREAD[below(SPREAD.length)]!)}`;
			const shift = problem.shifts.find((one) => one.id === kind) ?? problem.shifts[0]!;
			const off = below(7);
			return Array.from({ length: days }, (_, day) => day)
				.filter((day) => (day + off) % 7 < 4)
				.map((day) => ({
					...{ agent: id, day, date: '', shift: shift.id, startMinute: shift.startMinute },
					endMinute: shift.startMinute + shift.lengthMinutes
				}));
		});
		await storeRoster(ctx, SYSTEM, { id: 'large', name: 'Large', planId: null, timeZone: 'UTC' }, problem, {
			...{
				status: 'feasible' as const,
				objective: 0,
				lowerBound: null,
				gap: null,
				cover: [],
				violations: []
			},
			...{ reasons: [], seconds: 0, steps: 0, assignments }
		});
		return { rosterId: 'large', shifts: assignments.length };
	} finally {
		db.close();
	}
}

const clock = (minute: number): string =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
