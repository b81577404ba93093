import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { capacityPlan } from './capacity-plan.ts';
import type { HiringModel } from './hiring-model.ts';
import { hiringPlan } from './hiring-plan.ts';
import { HIRING_TOLERANCE, solveHiring } from './solve-hiring.ts';
import { letters, NO_CHANGES, smallCentre } from './testing/small-centre.ts';
import { unclosableMonths } from './unclosable-months.ts';

describe('hiringPlan()', () => {
	// 6.25 needed in February's 28 days, five there: 1.25, 0.65 and 0.83 are missing by month. Four weeks of lead leave March
	// for a class; of its 31 days 28 are training, so each person adds 3/31 = 0.097 there and 1 in April.
	const trained = smallCentre(3, { people: { heads: 5, leadWeeks: 4, trainingWeeks: 4 } });

	it('hires who is missing in time to be trained, and says which months that does not reach', async () => {
		const found = await hiringPlan(trained, { largestClass: 4 });
		expect(found.status).toBe('not-closed');
		expect(found.stillShort.map(({ month, reason }) => [month, reason])).toEqual([
			[0, 'lead'],
			[1, 'ramp']
		]);
		expect(found.stillShort[0]!.shortFte).toBeCloseTo(1.25, 6);
		expect(found.stillShort[1]!.shortFte).toBeCloseTo((6.25 * 28) / 31 - 5 - 3 / 31, 6);
		expect(found.suggested).toEqual([{ month: 1, heads: 1, decideByDay: 0 }]);
		expect(found.plan.months.map(({ shortFte }) => shortFte > 0)).toEqual([true, true, false]);
	});

	it('closes a month by the size of a class in training only where that is asked for', async () => {
		const literal = await hiringPlan(trained, { largestClass: 10 });
		expect(literal.suggested.map(({ heads }) => heads)).toEqual([7]);
		const worthIt = await hiringPlan(trained, { largestClass: 10, goal: 'worth-it' });
		expect(worthIt.suggested.map(({ heads }) => heads)).toEqual([1]);
		expect(worthIt.stillShort.map(({ month, reason }) => [month, reason])).toEqual([
			[0, 'lead'],
			[1, 'not-worth-it']
		]);
	});

	it('keeps classes under way and plans the later ones anew', async () => {
		const input = smallCentre(4, {
			people: {
				heads: 5,
				leadWeeks: 6,
				classes: [
					{ month: 1, heads: 1 },
					{ month: 3, heads: 50 }
				]
			}
		});
		const found = await hiringPlan(input, { largestClass: 10 });
		expect(found.classes).toEqual([{ month: 1, heads: 1 }]);
		expect(found.status).toBe('not-closed');
		expect(found.stillShort.map(({ month }) => month)).toEqual([0]);
	});

	it('says when a class may not be large enough, and when nothing is needed', async () => {
		const big = smallCentre(2, { people: { heads: 0 } });
		const found = await hiringPlan(big, { largestClass: 3 });
		expect(found.stillShort.map(({ month, reason }) => [month, reason])).toEqual([[0, 'class-size']]);
		expect(found.suggested.map(({ heads }) => heads)).toEqual([3, 3]);
		expect(await hiringPlan(smallCentre(2), { largestClass: 3 })).toMatchObject({
			status: 'not-needed',
			hires: 0,
			cost: 0
		});
	});

	it('closes a growing year, with overtime counted in fewer hires', async () => {
		const input = smallCentre(12, {
			families: [letters(12)],
			changes: { ...NO_CHANGES, growth: { rate: 0.6, per: 'year' } },
			people: {
				heads: 7,
				attrition: { monthly: 0.03, early: { monthly: 0.08, months: 3 } },
				leadWeeks: 3,
				trainingWeeks: 2,
				ramp: [{ weeks: 4, productivity: 0.6 }],
				overtimeShare: 0.1
			}
		});
		const plain = await hiringPlan(input, { largestClass: 4 });
		const stretched = await hiringPlan(input, { largestClass: 4, withOvertime: true });
		expect(stretched.hires).toBeLessThan(plain.hires);
		const closable = (found: typeof plain) =>
			found.plan.months.filter((_, m) => !found.stillShort.some(({ month }) => month === m));
		for (const { gapFte } of closable(plain)) expect(gapFte).toBeGreaterThanOrEqual(-1e-5);
		for (const { shortFte } of closable(stretched)) expect(shortFte).toBe(0);
		const cheapest = await hiringPlan(input, { largestClass: 4, goal: 'least-cost' });
		expect(cheapest.cost).toBeLessThanOrEqual(plain.cost + 1e-6);
		expect(cheapest.hires).toBeGreaterThanOrEqual(plain.hires);
		// The cost said is the cost that the plan shows.
		const without = capacityPlan({ ...input, people: { ...input.people, classes: [] } });
		const overtime = (plan: typeof without) => plan.totals.cost.overtime;
		expect(plain.cost).toBeCloseTo(
			plain.plan.totals.cost.total - overtime(plain.plan) - (without.totals.cost.total - overtime(without)),
			4
		);
	});

	it('refuses a class that is no number of people', async () => {
		await expect(hiringPlan(smallCentre(1), { largestClass: 2.5 })).rejects.toThrow('largestClass "2.5"');
	});
});

describe('solveHiring()', () => {
	it('finds what an exhaustive search finds', async () => {
		const random = createRandom(5);
		let [checked, withShortage, withHires] = [0, 0, 0];
		for (let round = 0; round < 150; round++) {
			const months = 2 + random.below(4);
			const most = Array.from({ length: months }, () => (random.uniform() < 0.2 ? 0 : 1 + random.below(4)));
			const effect = most.map((_, s) =>
				most.map((__, m) => (m < s ? 0 : Math.min(1, (m - s) * 0.4 + random.uniform() * 0.5)))
			);
			const missing = most.map((_, m) => random.uniform() * 4 * Math.sqrt(m + 1) - 1.5);
			const weight = most.map(() => 0.5 + random.uniform());
			const model: HiringModel = { kept: [], most, effect, effectAtOnce: effect, missing, costOf: weight };
			const unclosable = unclosableMonths(model);
			const open = new Set(unclosable.map(({ month }) => month));
			const valueOf = (x: readonly number[]): number => {
				let value = x.reduce((sum, heads, s) => sum + heads * weight[s]!, 0);
				for (let m = 0; m < months; m++) {
					const short = missing[m]! - x.reduce((sum, heads, s) => sum + heads * effect[s]![m]!, 0);
					if (short <= HIRING_TOLERANCE) continue;
					if (!open.has(m)) return Infinity;
					value += short;
				}
				return value;
			};
			let best = Infinity;
			const all = (x: number[]): void => {
				if (x.length === months) best = Math.min(best, valueOf(x));
				else for (let heads = 0; heads <= most[x.length]!; heads++) all([...x, heads]);
			};
			all([]);
			const found = await solveHiring(model, [...open], weight, 1);
			expect(found.every((heads, s) => Number.isInteger(heads) && heads >= 0 && heads <= most[s]!)).toBe(
				true
			);
			expect(valueOf(found), `round ${round}`).toBeCloseTo(best, 5);
			checked++;
			if (open.size > 0) withShortage++;
			if (found.some((heads) => heads > 0)) withHires++;
		}
		console.info(
			`solveHiring(): ${checked} random cases agree with exhaustive search, ${withShortage} with months that can't be closed, ${withHires} with hires`
		);
		expect(withShortage).toBeGreaterThan(20);
		expect(withHires).toBeGreaterThan(100);
	});
});
