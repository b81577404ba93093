import { expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { parseProblem } from './parse-problem.ts';
import type { RosterProblem } from './problem.ts';
import { solveRoster } from './solve-roster.ts';
import { validateRoster } from './validate.ts';

const CASES = 200;

/** Two people, two days, a few shifts; some days decided, some shifts begun, activities that can't move. */
function randomProblem(seed: number): RosterProblem {
	const random = createRandom(seed);
	const chance = (share: number) => random.uniform() < share;
	const agents = ['ana', 'ben'];
	const lunch = (offsetMinute: number) => [{ offsetMinute, lengthMinutes: 60, paid: false, kind: 'lunch' }];
	const day = { start: '08:00', lengthMinutes: 480, breaks: lunch(180 + 60 * random.below(3)) };
	const published = agents.flatMap((agent) =>
		[0, 1].flatMap((d) => (chance(0.8) ? [{ agent, day: d, shift: chance(0.7) ? day : 'late' }] : []))
	);
	const running = published.filter(({ day: d }) => d === 0);
	const isDay = ({ shift }: { shift: unknown }) => shift === day;
	return parseProblem({
		version: 1,
		horizon: { start: '2026-11-23', days: 2 },
		intervalMinutes: 30,
		shifts: [
			{ id: 'early', start: '07:00', lengthMinutes: 360 },
			{ id: 'late', start: '14:00', lengthMinutes: 480, breaks: lunch(240) }
		],
		agents: agents.map((id) => ({
			id,
			skills: chance(0.5) ? ['voice', 'chat'] : ['voice'],
			contract: {
				minHoursPerWeek: 0,
				maxHoursPerWeek: 12 + random.below(10),
				minRestHours: 11,
				maxConsecutiveDays: 2
			}
		})),
		options: agents.flatMap((agent) =>
			[0, 1].flatMap((d) => [
				{ agent, day: d, start: '08:00', lengthMinutes: 540, breaks: lunch(330) },
				...(chance(0.5) ? [{ agent, day: d, start: '08:00', lengthMinutes: 360, breaks: lunch(180) }] : [])
			])
		),
		published,
		begun: running
			.filter(isDay)
			.flatMap(({ agent, day: d }) =>
				chance(0.5) ? [{ agent, day: d, until: `${String(9 + random.below(4)).padStart(2, '0')}:00` }] : []
			),
		fixed: chance(0.4) ? [{ agent: 'ben', day: 1, shift: chance(0.5) ? 'off' : 'early' }] : [],
		activities: chance(0.3) ? [{ agent: 'ana', day: 1, from: '16:00', to: '17:00', kind: 'training' }] : [],
		demand: [0, 1].flatMap((d) =>
			Array.from({ length: 12 }, (_, i) => ({
				day: d,
				from: `${String(7 + i + random.below(3)).padStart(2, '0')}:${chance(0.5) ? '00' : '30'}`,
				skill: chance(0.3) ? 'chat' : 'voice',
				agents: 1 + random.below(2)
			})).filter(
				(one, i, all) =>
					all.findIndex((o) => o.from === one.from && o.skill === one.skill) === i &&
					(one.skill === 'voice' || chance(0.5))
			)
		),
		weights: {
			changedDay: random.below(4),
			changedHour: random.below(3),
			changedPerson: random.below(12)
		}
	});
}

/**
 * The cheapest roster of those whose every plan the validator lets pass, by trying them all; null when a person has
 * none. What an interval costs by who is there is worked out by trying every allotment.
 */
function byEnumeration(problem: RosterProblem): number | null {
	const { weights, demand } = problem;
	const cellOf = (need: number, n: number) =>
		(Math.max(0, need - n) * weights.under +
			Math.max(0, n - need) * weights.over +
			Math.max(0, need * (1 - weights.deepShare) - n) * weights.deepUnder) /
		2;
	const skills = [...new Set(demand.map(({ skill }) => skill))];
	/** By interval and who is there (1 Ana, 2 Ben). */
	const costs = Array.from({ length: 96 }, (_, t) => {
		const need = skills.map(
			(skill) => demand.find((d) => d.skill === skill && d.day * 48 + d.fromMinute / 30 === t)?.agents ?? 0
		);
		return [0, 1, 2, 3].map((there) => {
			let spread: number[][] = [skills.map(() => 0)];
			problem.agents.forEach((agent, a) => {
				const lanes = skills.flatMap((s, lane) =>
					agent.skills.some(({ skill }) => skill === s) ? [lane] : []
				);
				if ((there >> a) % 2 === 1 && lanes.length > 0)
					spread = spread.flatMap((counts) => lanes.map((l) => counts.map((n, i) => (i === l ? n + 1 : n))));
			});
			return Math.min(...spread.map((counts) => counts.reduce((sum, n, i) => sum + cellOf(need[i]!, n), 0)));
		});
	});
	const coverOf = (a: Uint8Array, b: Uint8Array) =>
		costs.reduce((sum, of, t) => sum + of[a[t]! + 2 * b[t]!]!, 0);
	const nobody = new Uint8Array(96);
	const plansOf = problem.agents.map(({ id: agent }, a) => {
		const own = (day: number) => [
			null,
			...problem.shifts,
			...problem.options!.filter((o) => o.agent === agent && o.day === day)
		];
		const alone = { ...problem, agents: problem.agents.filter(({ id }) => id === agent) };
		return own(0)
			.flatMap((first) => own(1).map((second) => [first, second]))
			.flatMap((plan) => {
				const assignments = plan.flatMap((s, day) => (s === null ? [] : [{ agent, day, shift: s.id }]));
				const { valid, objective } = validateRoster(alone, { assignments });
				if (!valid) return [];
				const there = new Uint8Array(96);
				plan.forEach((s, day) => {
					for (let into = 0; s && into < s.lengthMinutes; into += 30)
						if (!s.breaks.some((b) => b.offsetMinute <= into && into < b.offsetMinute + b.lengthMinutes))
							there[day * 48 + (s.startMinute + into) / 30] = 1;
				});
				const cover = a === 0 ? coverOf(there, nobody) : coverOf(nobody, there);
				return [{ there, own: objective - cover }];
			});
	});
	if (plansOf.some((plans) => plans.length === 0)) return null;
	let best = Infinity;
	for (const a of plansOf[0]!)
		for (const b of plansOf[1]!) best = Math.min(best, a.own + b.own + coverOf(a.there, b.there));
	return best;
}

it(`solveRoster() equals enumeration on ${CASES} small rosters with fixed, begun and published days`, async () => {
	let solved = 0;
	let touched = 0;
	for (let seed = 1; solved < CASES; seed++) {
		let problem: RosterProblem;
		try {
			problem = randomProblem(seed);
		} catch (refusal) {
			// What contradicts itself is refused; see parse-given.test.ts.
			expect((refusal as Error).message).toMatch(/fixed|begun|demand|skill/);
			continue;
		}
		solved++;
		let t = 0;
		const result = await solveRoster(problem, { seconds: 1e6, now: () => (t += 0.001), maxSteps: 300, seed });
		const least = byEnumeration(problem);
		if (least === null) expect(result.status, `seed ${seed}`).toBe('infeasible');
		else {
			expect(result.violations, `seed ${seed}`).toEqual([]);
			expect(result.objective, `seed ${seed}`).toBeCloseTo(least, 6);
			if (result.lowerBound !== null)
				expect(result.lowerBound, `seed ${seed}`).toBeLessThanOrEqual(least + 1e-6);
			const isPublished = (a: { agent: string; day: number; shift: string }) =>
				problem.published!.some((p) => p.agent === a.agent && p.day === a.day && p.shift === a.shift);
			if (!result.assignments.every(isPublished)) touched++;
		}
	}
	expect(touched).toBeGreaterThan(CASES / 10);
	expect(touched).toBeLessThan(CASES);
}, 60_000);
