import { expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { compileInstance } from '../benchmark/compile-instance.ts';
import { parseInstance } from '../benchmark/parse-instance.ts';
import { createShiftCover } from '../core/shift-cover.ts';
import { improve } from './improve.ts';
import { createPlanSearch } from './plan-search.ts';
import { drawWeekendMove, worksOn } from './weekend-move.ts';

const WEEKS = 12;
const SATURDAY = 5;

/** One person who may work one weekend of twelve: on the first one nobody is missed much, on the last one somebody is. */
const instance = parseInstance(`SECTION_HORIZON
${7 * WEEKS}

SECTION_SHIFTS
D,480,

SECTION_STAFF
A,D=84,960,0,2,1,2,1

SECTION_DAYS_OFF

SECTION_SHIFT_ON_REQUESTS

SECTION_SHIFT_OFF_REQUESTS

SECTION_COVER
5,D,1,40,1
6,D,1,40,1
${7 * WEEKS - 2},D,1,100,1
${7 * WEEKS - 1},D,1,100,1
`);

function begun() {
	const { core, demand } = compileInstance(instance);
	const plans = [new Int16Array(core.days)];
	plans[0]!.set([1, 1], SATURDAY);
	const cover = createShiftCover(core.kinds, demand);
	cover.add(0, plans[0]!, 0, core.days);
	const searches = core.agents.map((a) => createPlanSearch(a, core.kindMinutes, core.days));
	return { core, plans, cover, searches };
}

it.each([
	[true, 80],
	[false, 200]
])('improve() finds the weekend that serves better where it may move one (%s)', (movesWeekends, cost) => {
	const { core, plans, cover, searches } = begun();
	const options = { seed: 1, movesWeekends, progress: () => 1, onBetter: () => undefined };
	expect(improve(core, cover, searches, plans, { ...options, shouldStop: (n) => n >= 400 })).toBe(cost);
	expect(cover.total()).toBe(cost);
});

it('drawWeekendMove() gives up a weekend that is worked for one that is not, each with days around it', () => {
	const { core, plans } = begun();
	const [rules, plan] = [core.agents[0]!, plans[0]!];
	const indifferent = new Float64Array(core.days * (core.kinds + 1));
	const random = createRandom(2);
	const taken = new Set<number>();
	for (let i = 0; i < 200; i++) {
		const { given, around } = drawWeekendMove(rules, plan, indifferent, random)!;
		expect(given).toBe(SATURDAY);
		for (const [from, to] of around) expect(from >= 0 && to <= core.days && to - from >= 5).toBe(true);
		expect(around[0]![0]).toBeLessThanOrEqual(SATURDAY);
		expect(around[0]![1]).toBeGreaterThan(SATURDAY + 1);
		taken.add(Math.floor((around[1]![0] + around[1]![1]) / 14));
	}
	expect(taken.size).toBeGreaterThan(WEEKS - 3);
	expect(drawWeekendMove(rules, new Int16Array(core.days), indifferent, random)).toBeNull();
	expect([worksOn(plan, SATURDAY), worksOn(plan, SATURDAY + 7)]).toEqual([true, false]);
});

it('drawWeekendMove() rather gives up what serves little, and takes what serves much on both days, but not always', () => {
	const { core, plans } = begun();
	const [rules, plan] = [core.agents[0]!, plans[0]!];
	const width = core.kinds + 1;
	plan.set([1, 1], SATURDAY + 7);
	const price = new Float64Array(core.days * width);
	const isPaid = (saturday: number, first: number, second: number) => {
		price[saturday * width + 1] = -first;
		price[(saturday + 1) * width + 1] = -second;
	};
	isPaid(SATURDAY, 0, 10);
	isPaid(SATURDAY + 7, 10, 10);
	isPaid(SATURDAY + 14, 0, 15);
	isPaid(SATURDAY + 21, 10, 10);
	const random = createRandom(3);
	const times = { given: 0, taken: 0 };
	const draws = 400;
	for (let i = 0; i < draws; i++) {
		const { given, around } = drawWeekendMove(rules, plan, price, random)!;
		if (given === SATURDAY) times.given++;
		const [from, to] = around[1]!;
		if (from <= SATURDAY + 21 - 3 && to >= SATURDAY + 23 + 3 && from > SATURDAY + 9) times.taken++;
	}
	// By chance alone 1/2 and 1/10.
	expect(times.given).toBeGreaterThan(0.7 * draws);
	expect(times.given).toBeLessThan(draws);
	expect(times.taken).toBeGreaterThan(0.25 * draws);
	expect(times.taken).toBeLessThan(draws);
});
