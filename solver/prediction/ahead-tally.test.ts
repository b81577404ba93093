import { expect, it } from 'vitest';
import { AheadTally } from './ahead-tally.ts';
import type { StepCounts } from './present.ts';
import { steadyQueue } from './testing.ts';

function read(tally: AheadTally) {
	const found = { window: [] as StepCounts[], entered: [] as StepCounts[] };
	tally.read((step, kind, counts) => (found[kind][step] = { ...counts }));
	return found;
}

it('counts a contact in each half hour that holds its entry, from when its outcome is known', () => {
	const tally = new AheadTally(steadyQueue());
	tally.begin();
	// Enters after 4 minutes, is answered after 11: known at 15, in the half hour up to 30.
	tally.arrive(240);
	tally.answer(240, 660);
	const { window, entered } = read(tally);
	expect(window.map(({ offered }) => offered)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
	expect(window.map(({ answered }) => answered)).toEqual([0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
	expect(entered[0]).toMatchObject({ offered: 1, answered: 1, answeredInThreshold: 0 });
});

it('counts one who waits now in the half hours that reach back to the entry', () => {
	const tally = new AheadTally(steadyQueue());
	tally.begin();
	tally.abandon(-1000, 100);
	expect(read(tally).window.map(({ abandoned }) => abandoned)).toEqual([
		1,
		1,
		...new Array<number>(10).fill(0)
	]);
	// A run begins with empty hands.
	tally.begin();
	expect(read(tally).window.every(({ abandoned }) => abandoned === 0)).toBe(true);
});

it('tells abandons by threshold and short-abandon limit, its ends included', () => {
	const tally = new AheadTally(steadyQueue());
	tally.begin();
	for (const wait of [5, 20, 21]) tally.abandon(10, 10 + wait);
	expect(read(tally).entered[0]).toMatchObject({ abandoned: 3, abandonedInThreshold: 2, shortAbandoned: 1 });
});

it('carries what is known of the steps before now, as long as the half hour reaches them', () => {
	const step = (offered: number) => ({
		offered,
		answered: 0,
		abandoned: 0,
		answeredInThreshold: 0,
		abandonedInThreshold: 0,
		shortAbandoned: 0
	});
	const tally = new AheadTally(steadyQueue({ past: [1, 2, 4, 8, 16, 32].map(step) }));
	tally.begin();
	expect(read(tally).window.map(({ offered }) => offered)).toEqual([
		31,
		15,
		7,
		3,
		1,
		...new Array<number>(7).fill(0)
	]);
});
