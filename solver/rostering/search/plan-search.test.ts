import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentRules } from '../core/core-problem.ts';
import { createRandom } from '../../numeric/random.ts';
import { createPlanSearch } from './plan-search.ts';
import { countTotals } from './plan-totals.ts';

const DAYS = 8;
const WIDTH = 3;
const KIND_MINUTES = Int32Array.from([0, 480, 360]);

/** Every rule checked day by day on a finished plan, for the oracle below. */
function keepsRules(rules: AgentRules, plan: number[]): boolean {
	for (let d = 0; d < DAYS; d++) {
		if (!rules.allowed[d * WIDTH + plan[d]!]) return false;
		if (d > 0 && plan[d - 1]! > 0 && plan[d]! > 0 && !rules.follows[plan[d - 1]! * WIDTH + plan[d]!])
			return false;
	}
	for (const w of rules.windows) {
		const part = plan.slice(w.from, w.to);
		const minutes = part.reduce((sum, k) => sum + KIND_MINUTES[k]!, 0);
		if (minutes < w.minMinutes || minutes > w.maxMinutes) return false;
		if (part.filter((k) => k > 0).length > w.maxShifts) return false;
	}
	for (let k = 1; k < WIDTH; k++) if (plan.filter((x) => x === k).length > rules.maxOfKind[k]!) return false;
	let weekends = 0;
	for (let d = 0; d < DAYS; d++)
		if (rules.isSaturday[d] && (plan[d]! > 0 || (plan[d + 1] ?? 0) > 0)) weekends++;
	if (weekends > rules.maxWeekends) return false;
	for (let from = 0; from < DAYS;) {
		let to = from;
		while (to < DAYS && plan[to]! > 0 === plan[from]! > 0) to++;
		const edge = from === 0 || to === DAYS;
		if (plan[from]! > 0) {
			if (to - from > rules.maxConsecutive || (!edge && to - from < rules.minConsecutive)) return false;
		} else if (!edge && to - from < rules.minConsecutiveOff) return false;
		from = to;
	}
	return true;
}

const everyPlan = Array.from({ length: WIDTH ** DAYS }, (_, n) =>
	Array.from({ length: DAYS }, (_, d) => Math.floor(n / WIDTH ** d) % WIDTH)
);

const arbitraryRules = fc
	.record({
		barred: fc.array(fc.integer({ min: 0, max: DAYS * WIDTH - 1 }), { maxLength: 4 }),
		earlyAfterLate: fc.integer({ min: 0, max: 1 }),
		split: fc.integer({ min: 1, max: DAYS }),
		minMinutes: fc.integer({ min: 0, max: 4 }),
		room: fc.integer({ min: 1, max: 5 }),
		maxShifts: fc.integer({ min: 2, max: DAYS }),
		maxConsecutive: fc.integer({ min: 1, max: 5 }),
		minConsecutive: fc.integer({ min: 1, max: 3 }),
		minConsecutiveOff: fc.integer({ min: 1, max: 3 }),
		maxWeekends: fc.integer({ min: 0, max: 2 }),
		maxOfKind: fc.integer({ min: 1, max: DAYS })
	})
	.map((r): AgentRules => {
		const allowed = new Uint8Array(DAYS * WIDTH).fill(1);
		for (const i of r.barred) if (i % WIDTH > 0) allowed[i] = 0;
		const follows = new Uint8Array(WIDTH * WIDTH).fill(1);
		follows[2 * WIDTH + 1] = r.earlyAfterLate;
		const edges = r.split === DAYS ? [0, DAYS] : [0, r.split, DAYS];
		return {
			name: 'a',
			allowed,
			cost: new Float64Array(DAYS * WIDTH),
			follows,
			windows: edges.slice(1).map((to, i) => ({
				from: edges[i]!,
				to,
				minMinutes: Math.min(r.minMinutes, Math.floor((to - edges[i]!) / 2)) * 360,
				maxMinutes: (r.minMinutes + r.room) * 480,
				maxShifts: r.maxShifts
			})),
			maxConsecutive: r.maxConsecutive,
			minConsecutive: r.minConsecutive,
			minConsecutiveOff: r.minConsecutiveOff,
			maxWeekends: r.maxWeekends,
			isSaturday: Uint8Array.from({ length: DAYS }, (_, d) => (d === 2 || d === 6 ? 1 : 0)),
			isSunday: Uint8Array.from({ length: DAYS }, (_, d) => (d === 3 || d === 7 ? 1 : 0)),
			maxOfKind: Float64Array.from([Infinity, Infinity, r.maxOfKind])
		};
	});
const arbitraryCost = fc.array(fc.integer({ min: -20, max: 20 }), {
	minLength: DAYS * WIDTH,
	maxLength: DAYS * WIDTH
});

const costOf = (cost: number[], plan: ArrayLike<number>, from = 0, to = DAYS) => {
	let sum = 0;
	for (let d = from; d < to; d++) sum += cost[d * WIDTH + plan[d]!]!;
	return sum;
};

describe('createPlanSearch()', () => {
	it('finds the cheapest of all plans that keep the rules, or none where there is none', () => {
		let found = 0;
		let impossible = 0;
		fc.assert(
			fc.property(arbitraryRules, arbitraryCost, (rules, cost) => {
				const best = everyPlan.reduce((low, p) => {
					const c = costOf(cost, p);
					return c < low && keepsRules(rules, p) ? c : low;
				}, Infinity);
				const plan = new Int16Array(DAYS);
				const value = createPlanSearch(rules, KIND_MINUTES, DAYS).replan(
					plan,
					Float64Array.from(cost),
					0,
					DAYS,
					Infinity
				);
				if (best === Infinity) {
					impossible++;
					expect(value).toBeNull();
					return;
				}
				found++;
				expect(value).toBeCloseTo(best, 9);
				expect(keepsRules(rules, [...plan])).toBe(true);
				expect(costOf(cost, plan)).toBeCloseTo(best, 9);
			}),
			{ numRuns: 120, seed: 20261122 }
		);
		expect(found).toBeGreaterThan(40);
		expect(impossible).toBeGreaterThan(0);
	});

	it('re-plans a stretch of days at the least cost that fits what stands around it', () => {
		let improved = 0;
		fc.assert(
			fc.property(
				arbitraryRules,
				arbitraryCost,
				arbitraryCost,
				fc.integer({ min: 0, max: DAYS - 2 }),
				fc.integer({ min: 1, max: 4 }),
				(rules, first, second, from, length) => {
					const to = Math.min(DAYS, from + length);
					const search = createPlanSearch(rules, KIND_MINUTES, DAYS);
					const plan = new Int16Array(DAYS);
					if (search.replan(plan, Float64Array.from(first), 0, DAYS, Infinity) === null) return;
					const before = plan.slice();
					const best = everyPlan.reduce((low, p) => {
						if (p.some((k, d) => (d < from || d >= to) && k !== before[d])) return low;
						const c = costOf(second, p, from, to);
						return c < low && keepsRules(rules, p) ? c : low;
					}, Infinity);
					const now = costOf(second, before, from, to);
					const value = search.replan(plan, Float64Array.from(second), from, to, now);
					if (best >= now - 1e-9) expect([...plan]).toEqual([...before]);
					else {
						improved++;
						expect(value).toBeCloseTo(best, 9);
						expect(costOf(second, plan, from, to)).toBeCloseTo(best, 9);
						expect(keepsRules(rules, [...plan])).toBe(true);
					}
				}
			),
			{ numRuns: 120, seed: 20261123 }
		);
		expect(improved).toBeGreaterThan(20);
	});

	it('follows the best beginnings alone over a year, and still has a plan that windows hardly better', () => {
		const days = 364;
		const minutes = Int32Array.from([0, 480, 360, 480, 240, 480, 360]);
		const width = minutes.length;
		const random = createRandom(5);
		const rules: AgentRules = {
			name: 'a',
			allowed: new Uint8Array(days * width).fill(1),
			cost: new Float64Array(days * width),
			follows: Uint8Array.from({ length: width * width }, (_, i) =>
				Math.floor(i / width) <= i % width ? 1 : 0
			),
			windows: [{ from: 0, to: days, minMinutes: 200 * 480, maxMinutes: 230 * 480, maxShifts: days }],
			...{ maxConsecutive: 5, minConsecutive: 2, minConsecutiveOff: 2, maxWeekends: 26 },
			isSaturday: Uint8Array.from({ length: days }, (_, d) => (d % 7 === 5 ? 1 : 0)),
			isSunday: Uint8Array.from({ length: days }, (_, d) => (d % 7 === 6 ? 1 : 0)),
			maxOfKind: Float64Array.from([Infinity, 46, 46, Infinity, 58, Infinity, 40])
		};
		const cost = Float64Array.from({ length: days * width }, (_, i) =>
			i % width === 0 ? 0 : -random.below(100)
		);
		const search = createPlanSearch(rules, minutes, days);
		const plan = new Int16Array(days);
		const value = search.replan(plan, cost, 0, days, Infinity)!;
		const whole = countTotals(rules, plan, minutes, 0, 0);
		expect(whole.minutes[0]).toBeGreaterThanOrEqual(200 * 480);
		expect(whole.minutes[0]).toBeLessThanOrEqual(230 * 480);
		expect(whole.weekends).toBeLessThanOrEqual(26);
		expect(whole.ofKind.every((n, k) => n <= rules.maxOfKind[k]!)).toBe(true);
		let later = value;
		for (let from = 0; from + 28 <= days; from += 14) {
			let now = 0;
			for (let d = from; d < from + 28; d++) now += cost[d * width + plan[d]!]!;
			const better = search.replan(plan, cost, from, from + 28, now);
			if (better !== null) later += better - now;
		}
		expect(later).toBeGreaterThan(value * 1.03);
	});
});
