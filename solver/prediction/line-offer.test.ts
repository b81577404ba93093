import { describe, expect, it } from 'vitest';
import { erlangB } from '../queueing/index.ts';
import { predictFloor } from './predict-floor.ts';
import type { LineOffer, PresentFloor } from './present.ts';
import { ofOffered, steadyFloor } from './testing.ts';

const offer = (over: Partial<LineOffer> = {}): LineOffer => ({
	seconds: 3600,
	most: Infinity,
	takeShare: 1,
	leaveShare: 1,
	afterSeconds: 0,
	...over
});
/** Two agents too few for the hour, and a line already. */
const busy = (offers?: LineOffer[], waiting = 12): PresentFloor =>
	steadyFloor(6, { waitingSeconds: Array.from({ length: waiting }, (_, i) => 10 * i), offers });
/** A line that hardly moves: one agent, and nobody comes or gives up. */
const stuck = (offers?: LineOffer[]): PresentFloor =>
	steadyFloor(1, {
		waitingSeconds: Array.from({ length: 12 }, (_, i) => 10 * i),
		arrivals: new Array<number>(12).fill(0),
		handle: { meanSeconds: 1800, cv: 0.1, meanError: 0, wrapSeconds: 30, usualSeconds: null },
		...{ patienceSeconds: null, offers }
	});
const foresee = (floor: PresentFloor) => predictFloor(floor, { seed: 4, serviceLevel: ofOffered })[0]!;
const last = (floor: PresentFloor) => foresee(floor).points.at(-1)!;

describe('what a line is offered', () => {
	it('changes nothing where nobody takes it, it is over, or whoever takes it waits on', () => {
		const without = foresee(busy());
		for (const over of [{ most: 0 }, { takeShare: 0 }, { seconds: 0 }, { leaveShare: 0 }])
			expect(foresee(busy([offer(over)])), JSON.stringify(over)).toEqual(without);
	});

	it('taken by all at once leaves a floor without a line: Erlang B', () => {
		let offered = 0;
		const answered = predictFloor(
			steadyFloor(8, { arrivals: new Array<number>(12).fill(10), offers: [offer()] }),
			{
				seed: 4,
				contactsPerPart: 60_000,
				serviceLevel: (_, counts) => {
					offered += counts.offered - counts.answered;
					return counts.answered / 60;
				}
			}
		)[0]!.points.at(-1)!;
		expect(answered.waiting.mean).toBe(0);
		// Who is left is answered.
		expect(offered).toBe(0);
		// 60 contacts in the half hour, of four minutes each: 8 Erlangs. The level drifts a little.
		expect(answered.serviceLevel!.mean).toBeCloseTo(1 - erlangB(8, 8), 1);
	});

	it('takes as many out of the line as it is for, the longest waiting first, after so long', () => {
		const first = (offers?: LineOffer[]) => foresee(stuck(offers)).points[0]!.waiting.mean;
		expect([first(), first([offer({ most: 4 })]), first([offer()])]).toEqual([11, 7, 0]);
		expect(first([offer({ most: 4, afterSeconds: 301 })])).toBe(11);
	});

	it('helps those who stay in line, the more so the more take it', () => {
		const levels = [0, 0.2, 0.5].map((takeShare) => last(busy([offer({ takeShare })], 0)).serviceLevel!.mean);
		expect(levels[1]!).toBeGreaterThan(levels[0]!);
		expect(levels[2]!).toBeGreaterThan(levels[1]!);
	});

	it('is one thing for each contact where there are several', () => {
		const two = [offer({ takeShare: 0.5, most: 3 }), offer({ takeShare: 0.5, most: 3 })];
		const { mean } = foresee(stuck(two)).points[0]!.waiting;
		expect(mean).toBeGreaterThanOrEqual(5);
		expect(mean).toBeLessThan(8);
	});

	it('is refused where a figure of it is none', () => {
		expect(() => foresee(busy([offer({ takeShare: 1.2 })]))).toThrow('takeShare of an offer');
		expect(() => foresee(busy([offer({ most: -1 })]))).toThrow('most of an offer');
	});
});
