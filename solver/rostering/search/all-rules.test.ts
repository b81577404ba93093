import { expect, it } from 'vitest';
import { createRandom, type Random } from '../../numeric/random.ts';
import { createCalendar } from '../calendar.ts';
import { compileProblem } from '../core/compile-problem.ts';
import { parseProblem } from '../parse-problem.ts';
import { paidMinutes, type RosterProblem, type ShiftTemplate } from '../problem.ts';
import { RULES } from '../rules/index.ts';
import { createPlanSearch } from './plan-search.ts';

const CASES = 200;
/** A whole week and a day, or parts of two. */
const DAYS = 8;

const lunch = (offsetMinute: number) => [{ offsetMinute, lengthMinutes: 60, paid: false, kind: 'lunch' }];
const SHIFTS = [
	{ id: 'E', start: '06:00', lengthMinutes: 480, breaks: lunch(240) },
	{ id: 'D', start: '09:00', lengthMinutes: 480, breaks: lunch(180) },
	{ id: 'S', start: '10:00', lengthMinutes: 240, weekdays: ['mon', 'tue', 'thu', 'fri', 'sun'] },
	{ id: 'L', start: '14:00', lengthMinutes: 480, breaks: lunch(300) },
	{ id: 'N', start: '22:00', lengthMinutes: 480, breaks: lunch(240) },
	{ id: 'M', start: '03:00', lengthMinutes: 360 }
];

/** One person, eight days, two or three shifts, and a few of all the rules there are. */
function randomProblem(random: Random): RosterProblem {
	const chance = (share: number) => random.uniform() < share;
	const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
	const some = <T>(share: number, of: () => T) => (chance(share) ? of() : undefined);
	const shifts = [...SHIFTS].sort(() => random.uniform() - 0.5).slice(0, 2);
	const names = () => pick(['off', 'work', 'night', 'early', shifts[0]!.id, shifts[1]!.id]);
	const sequence = () => {
		const after = Array.from({ length: 1 + random.below(3) }, names);
		return chance(0.5) ? { after, never: names() } : { after, then: [names(), names()] };
	};
	const contract = {
		minHoursPerWeek: pick([0, 0, 0, 7, 14, 21]),
		maxHoursPerWeek: pick([24, 35, 60]),
		minRestHours: pick([0, 8, 11, 11, 16]),
		maxConsecutiveDays: pick([2, 3, 5, 8]),
		minDaysOffPerWeek: pick([0, 1, 2, 3]),
		minConsecutiveDays: pick([1, 1, 2]),
		minConsecutiveDaysOff: pick([1, 1, 2]),
		maxWeekends: pick([null, null, 0, 1]),
		maxHoursPerDay: pick([24, 24, 8, 6]),
		wholeWeekends: some(0.3, () => true),
		minWeeklyRestHours: some(0.3, () => pick([24, 36, 48, 70])),
		hoursPerPeriod: some(0.4, () =>
			[
				{ weeks: 2, minHours: pick([0, 14, 20]), maxHours: pick([null, 28, 35]) },
				{ weeks: null, minHours: pick([0, 14, 28]), maxHours: pick([null, 28, 35]) }
			].slice(0, 1 + random.below(2))
		),
		night: some(0.2, () => ({ from: '21:00', to: '07:00', minHours: pick([1, 4]) })),
		maxConsecutiveNights: some(0.3, () => random.below(3)),
		minConsecutiveNights: some(0.4, () => 2),
		forwardOnly: some(0.4, () => true),
		startSpread: some(0.3, () => ({ minutes: pick([0, 120, 300]), per: pick(['week', 'run']) })),
		kinds: [{ id: 'early', from: '04:00', to: '10:00' }],
		sequences: some(0.5, () => Array.from({ length: 1 + random.below(2) }, sequence)),
		breakRules: some(0.2, () => ({
			maxStretchMinutes: pick([240, 300]),
			meal: { shiftMinutes: 360, fromMinute: 180, toMinute: pick([240, 300]) }
		})),
		minors: some(0.3, () => ({}))
	};
	return parseProblem({
		version: 1,
		horizon: { start: `2026-11-${pick([23, 23, 26, 28, 29, 29])}`, days: DAYS },
		intervalMinutes: 30,
		shifts,
		agents: [
			{
				...{ id: 'ana', contract, daysOff: chance(0.3) ? [random.below(DAYS)] : [] },
				availability: some(0.2, () => [{ from: pick(['00:00', '08:00']), to: pick(['17:00', '22:00']) }])
			},
			// Somebody without rules, so that a shift that Ana may not work is not refused at the door.
			{
				id: 'ben',
				contract: { minHoursPerWeek: 0, maxHoursPerWeek: 168, minRestHours: 0, maxConsecutiveDays: 42 }
			}
		],
		demand: [{ day: 0, from: '10:00', agents: 1 }]
	});
}

/** Rules of the validator that Ana breaks by this plan: none, the only one, or two of them. */
function brokenRules(
	problem: RosterProblem,
	calendar: ReturnType<typeof createCalendar>,
	plan: ArrayLike<number>
): string[] {
	const worked = Array.from(plan).flatMap((kind, day) => {
		if (kind === 0) return [];
		const shift: ShiftTemplate = problem.shifts[kind - 1]!;
		const startsAt = day * 1440 + shift.startMinute;
		return [
			{ day, shift, startsAt, endsAt: startsAt + shift.lengthMinutes, paidMinutes: paidMinutes(shift) }
		];
	});
	const of = { problem, calendar, agent: problem.agents[0]!, worked };
	const broken: string[] = [];
	for (const rule of RULES) {
		if (rule.check(of).length > 0) broken.push(rule.id);
		if (broken.length === 2) break;
	}
	return broken;
}

/** Rules on what is given, which this test gives nothing of, and one that a plan of one shift a day can't break. */
const NOT_TRIED = ['one-shift-a-day', 'own-shifts', 'fixed-days', 'begun-shifts', 'fixed-activities'];

it(`createPlanSearch() equals enumeration on ${CASES} contracts with all rules mixed, whole and in part`, () => {
	const random = createRandom(20261129);
	/** Cases in which a rule alone bars a plan that costs less than the best one. */
	const binds = new Map<string, number>();
	let possible = 0;
	let impossible = 0;
	let replanned = 0;
	for (let n = 0; n < CASES; n++) {
		let problem: RosterProblem;
		try {
			problem = randomProblem(random);
		} catch (refusal) {
			// What contradicts itself is refused.
			expect((refusal as Error).message).toMatch(/minConsecutiveNights|hoursPerPeriod|minHours/);
			n--;
			continue;
		}
		const calendar = createCalendar(problem.horizon.start, DAYS);
		const { core } = compileProblem(problem);
		const width = core.kinds + 1;
		// Days off cost a little more: rules that ask for them have something to forbid.
		const cost = Float64Array.from(
			{ length: DAYS * width },
			(_, i) => random.below(41) - (i % width === 0 ? 10 : 20)
		);
		const search = createPlanSearch(core.agents[0]!, core.kindMinutes, DAYS);
		const every = Array.from({ length: width ** DAYS }, (_, code) => {
			const plan = new Uint8Array(DAYS);
			let sum = 0;
			for (let d = 0, rest = code; d < DAYS; d++, rest = Math.floor(rest / width)) {
				plan[d] = rest % width;
				sum += cost[d * width + plan[d]!]!;
			}
			return { plan, sum };
		}).sort((a, b) => a.sum - b.sum);
		const barring = new Set<string>();
		const least = every.find((one) => {
			const broken = brokenRules(problem, calendar, one.plan);
			if (broken.length === 1) barring.add(broken[0]!);
			return broken.length === 0;
		});
		for (const rule of barring) binds.set(rule, (binds.get(rule) ?? 0) + 1);
		const plan = new Int16Array(DAYS);
		const value = search.replan(plan, cost, 0, DAYS, Infinity);
		const told = `case ${n}: ${JSON.stringify(problem.agents[0]!.contract)}`;
		expect(value, told).toBe(least?.sum ?? null);
		if (!least) {
			impossible++;
			continue;
		}
		possible++;
		expect(brokenRules(problem, calendar, plan), told).toEqual([]);

		// Part of the plan anew, at other costs, the rest as it stands.
		const from = random.below(DAYS - 1);
		const to = Math.min(DAYS, from + 1 + random.below(4));
		const other = cost.map(() => random.below(41) - 20);
		const costIn = (days: ArrayLike<number>) => {
			let sum = 0;
			for (let d = from; d < to; d++) sum += other[d * width + days[d]!]!;
			return sum;
		};
		const before = plan.slice();
		const part = every
			.filter((one) => before.every((kind, d) => (d >= from && d < to) || kind === one.plan[d]))
			.sort((a, b) => costIn(a.plan) - costIn(b.plan))
			.find((one) => brokenRules(problem, calendar, one.plan).length === 0)!;
		const now = search.replan(plan, other, from, to, costIn(before));
		if (costIn(part.plan) === costIn(before)) expect(now, told).toBeNull();
		else {
			replanned++;
			expect(now, told).toBe(costIn(part.plan));
			expect(brokenRules(problem, calendar, plan), told).toEqual([]);
		}
	}
	expect(possible).toBeGreaterThan(CASES / 3);
	expect(impossible).toBeGreaterThan(CASES / 20);
	expect(replanned).toBeGreaterThan(CASES / 10);
	for (const { id } of RULES)
		if (!NOT_TRIED.includes(id)) expect(binds.get(id) ?? 0, `${id} binds`).toBeGreaterThan(1);
}, 240_000);
