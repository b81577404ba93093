import { compileProblem } from '../core/compile-problem.ts';
import type { Plan } from '../core/core-problem.ts';
import { parseProblem } from '../parse-problem.ts';
import { rosterCost } from '../roster-cost.ts';
import { createPlanSearch } from '../search/plan-search.ts';

/**
 * Two days small enough to count every roster: people with one, two or no skill more than "voice" and their own wishes,
 * two hours a week at most; each two of three halves of an hour make a shift of a morning, and a shift may pass midnight.
 */
export function tinyCentre(
	needs: number[],
	{ skills = [['voice'], ['voice'], ['voice', 'chat']], night = true } = {}
) {
	const contract = { minHoursPerWeek: 0, maxHoursPerWeek: 2, minRestHours: 9, maxConsecutiveDays: 6 };
	const from = [540, 570, 600, 1_380, 1_440];
	const compiled = compileProblem(
		parseProblem({
			version: 1,
			horizon: { start: '2026-11-23', days: 2 },
			intervalMinutes: 30,
			agents: skills.map((own, i) => ({
				...{ id: `a${i}`, skills: own, contract },
				preferences: [{ day: 0, kind: 'avoid', shift: 'work', weight: i / 2 }]
			})),
			shifts: [
				{ id: 'early', start: '09:00', lengthMinutes: 60 },
				{ id: 'late', start: '09:30', lengthMinutes: 60 },
				{
					...{ id: 'split', start: '09:00', lengthMinutes: 90 },
					breaks: [{ offsetMinute: 30, lengthMinutes: 30, paid: false }]
				},
				...(night ? [{ id: 'night', start: '23:00', lengthMinutes: 120 }] : [])
			],
			demand: needs
				.map((agents, i) => ({ at: Math.floor(i / 5) * 1_440 + from[i % 5]!, agents, isChat: i % 3 === 0 }))
				.filter(({ at }) => at < 2 * 1_440)
				.map(({ at, agents, isChat }) => ({
					...{ day: Math.floor(at / 1_440), fromMinute: at % 1_440, agents },
					skill: isChat && skills.some((own) => own.includes('chat')) ? 'chat' : 'voice'
				}))
		})
	);
	const { core, demand } = compiled;
	const searches = core.agents.map((a) => createPlanSearch(a, core.kindMinutes, core.days));
	const width = core.kinds + 1;
	/** What each agent may work, both days. */
	const lawful = searches.map((search) =>
		Array.from({ length: width * width }, (_, i): Plan =>
			Int16Array.of(i % width, Math.floor(i / width))
		).filter((wanted) => {
			const cost = new Float64Array(2 * width).fill(1);
			wanted.forEach((kind, d) => (cost[d * width + kind] = 0));
			return search.replan(new Int16Array(2), cost, 0, 2, 0.5) !== null;
		})
	);
	const costOf = (plans: Plan[]) => rosterCost(compiled, plans);
	return { core, demand, searches, lawful, costOf };
}

/** Every choice of one element of each list. */
export function* combinations<T>(lists: readonly T[][]): Generator<T[]> {
	const [first, ...rest] = lists;
	if (!first) return yield [];
	for (const one of first) for (const others of combinations(rest)) yield [one, ...others];
}
