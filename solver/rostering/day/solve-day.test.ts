import { expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { parseProblem } from '../parse-problem.ts';
import type { RosterProblem } from '../problem.ts';
import { solveRoster } from '../solve-roster.ts';
import { validateRoster } from '../validate.ts';
import { solveDay } from './solve-day.ts';

const CASES = 200;
const hhmm = (minute: number) =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Four people on a Tuesday at noon: shifts that run, one who may be called in, each with a few other shifts. */
function randomDay(seed: number, weights: Record<string, number> = {}): RosterProblem {
	const random = createRandom(seed);
	const chance = (share: number) => random.uniform() < share;
	const agents = ['ana', 'ben', 'cai', 'dee'];
	const shape = (start: number, length: number, meal: number) => ({
		start: hhmm(start),
		lengthMinutes: length,
		breaks: [{ offsetMinute: meal - start, lengthMinutes: 30, paid: false, kind: 'lunch' }]
	});
	const days = agents.map((agent, a) => {
		const start = 480 + 30 * random.below(6);
		const isOff = a === 3 && chance(0.6);
		const length = 420 + 30 * random.below(3);
		const meal = 750 + 30 * random.below(2);
		const shift = shape(start, length, meal);
		const others = isOff
			? [shape(840, 240, 960)]
			: [
					shape(start, length, meal + 30 * (1 + random.below(2))),
					shape(start, length + 60, meal),
					shape(start, length + 120, meal + 90),
					...(chance(0.5) ? [shape(start, length - 60, meal)] : [])
				];
		return { agent, shift, isOff, others };
	});
	return parseProblem({
		version: 1,
		horizon: { start: '2026-11-23', days: 3 },
		intervalMinutes: 30,
		shifts: [],
		agents: agents
			.map((id) => ({
				id,
				skills: chance(0.5) ? ['voice', 'chat'] : [chance(0.5) ? 'voice' : 'chat'],
				contract: {
					minHoursPerWeek: 0,
					maxHoursPerWeek: 14 + random.below(12),
					minRestHours: 12,
					maxConsecutiveDays: chance(0.9) ? 6 : 2
				}
			}))
			.concat([
				{
					id: 'zoe',
					skills: ['voice', 'chat'],
					contract: { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 12, maxConsecutiveDays: 6 }
				}
			]),
		published: days.flatMap(({ agent, shift, isOff }) => (isOff ? [] : [{ agent, day: 1, shift }])),
		begun: days.flatMap(({ agent, isOff }) => (isOff ? [] : [{ agent, day: 1, until: '12:00' }])),
		fixed: [...agents, 'zoe'].flatMap((agent) => [
			{ agent, day: 0, shift: chance(0.7) && agent !== 'zoe' ? shape(540, 480, 780) : 'off' },
			{
				agent,
				day: 2,
				shift: chance(0.7) && agent !== 'zoe' ? shape(420 + 60 * random.below(4), 420, 780) : 'off'
			},
			...(agent === 'zoe' ? [{ agent, day: 1, shift: 'off' }] : [])
		]),
		options: days.flatMap(({ agent, others }) => others.map((one) => ({ agent, day: 1, ...one }))),
		demand: ['voice', 'chat'].flatMap((skill) =>
			Array.from({ length: 16 }, (_, i) => ({
				day: 1,
				from: hhmm(720 + 30 * i),
				skill,
				agents: random.below(30) / 10
			}))
		),
		weights: { over: 0.5, changedHour: 0.1, ...weights }
	});
}

/** Least objective for each number of people touched, by trying every combination that the validator lets pass. */
function byEnumeration(problem: RosterProblem): number[] {
	const published = problem.published!;
	const decided = problem.fixed!.flatMap(({ agent, day, shift }) =>
		shift === null ? [] : [{ agent, day, shift }]
	);
	const people = problem.agents.map(({ id: agent }) => {
		const stands = published.find((p) => p.agent === agent)?.shift ?? null;
		const alone = { ...problem, agents: problem.agents.filter(({ id }) => id === agent) };
		const own = problem.options!.filter((o) => o.agent === agent && o.day === 1).map(({ id }) => id);
		const lawful = (shift: string | null) =>
			validateRoster(alone, {
				assignments: [
					...decided.filter((d) => d.agent === agent),
					...(shift === null ? [] : [{ agent, day: 1, shift }])
				]
			}).valid;
		const others = [null, ...own].filter((shift) => shift !== stands && lawful(shift));
		return { agent, stands, others: lawful(stands) ? others : [] };
	});
	const best: number[] = [];
	const visit = (a: number, touched: number, chosen: { agent: string; day: number; shift: string }[]) => {
		const person = people[a];
		if (!person) {
			const { objective } = validateRoster(problem, { assignments: [...decided, ...chosen] });
			best[touched] = Math.min(best[touched] ?? Infinity, objective);
			return;
		}
		const take = (shift: string | null, by: number) =>
			visit(
				a + 1,
				touched + by,
				shift === null ? chosen : [...chosen, { agent: person.agent, day: 1, shift }]
			);
		take(person.stands, 0);
		for (const other of person.others) take(other, 1);
	};
	visit(0, 0, []);
	return best.map((_, n) => Math.min(...best.slice(0, n + 1)));
}

it(`solveDay() equals enumeration on ${CASES} small days, for every number of people touched`, () => {
	let compared = 0;
	let idle = 0;
	for (let seed = 1; compared < CASES; seed++) {
		let problem: RosterProblem;
		try {
			problem = randomDay(seed);
		} catch (refusal) {
			expect((refusal as Error).message).toMatch(/fixed is/);
			continue;
		}
		compared++;
		let t = 0;
		const { points } = solveDay(problem, { seconds: 1e6, now: () => t++, maxPolls: 60, seed });
		const least = byEnumeration(problem);
		least.forEach((cost, n) => {
			const point = points.findLast(({ touched }) => touched <= n)!;
			expect(point.cost, `seed ${seed}, ${n} touched`).toBeCloseTo(cost, 6);
		});
		expect(points.every(({ touched, changes }) => touched === changes.length)).toBe(true);
		if (points.length === 1) idle++;
	}
	expect(idle).toBeGreaterThan(0);
	expect(idle).toBeLessThan(CASES / 2);
}, 60_000);

it('solveDay() and solveRoster() agree on one price of a person', async () => {
	const price = 4;
	let compared = 0;
	for (let seed = 1; compared < 8; seed++) {
		const { points, leftAlone } = solveDay(randomDay(seed), { seconds: 1e6, now: () => 0, maxPolls: 200 });
		// Who breaks a rule as it stands has no roster at all.
		if (leftAlone.length > 0) continue;
		compared++;
		let t = 0;
		const whole = await solveRoster(randomDay(seed, { changedPerson: price }), {
			seconds: 1e6,
			now: () => (t += 0.001),
			maxSteps: 400
		});
		expect(whole.objective).toBeCloseTo(
			Math.min(...points.map(({ cost, touched }) => cost + price * touched)),
			6
		);
	}
});
