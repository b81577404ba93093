import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTally, periodNumbers, type Tally } from '#lib/server/live/index.ts';
import { joinPeriods } from '#lib/live/join-periods.ts';

const tally = fc
	.record({
		answered: fc.nat(300),
		abandoned: fc.nat(60),
		flowedOut: fc.nat(20),
		handled: fc.nat(300),
		ms: fc.tuple(fc.nat(9e6), fc.nat(9e5), fc.nat(9e7), fc.nat(9e6), fc.nat(9e6))
	})
	.map(({ answered, abandoned, flowedOut, handled, ms }): Tally => ({
		offered: answered + abandoned + flowedOut,
		answered,
		abandoned,
		flowedOut,
		answeredInThreshold: Math.floor(answered / 2),
		abandonedInThreshold: Math.floor(abandoned / 3),
		shortAbandoned: Math.floor(abandoned / 5),
		answeredWaitMs: answered && ms[0],
		abandonedWaitMs: abandoned && ms[1],
		handled,
		talkMs: handled && ms[2],
		holdMs: handled && ms[3],
		wrapMs: handled && ms[4]
	}));

describe('joinPeriods()', () => {
	it('gives what the added counts give', () => {
		fc.assert(
			fc.property(fc.array(tally, { maxLength: 8 }), (tallies) => {
				const total = emptyTally();
				for (const one of tallies)
					for (const name of Object.keys(total) as (keyof Tally)[]) total[name] += one[name];
				const wanted = periodNumbers(total, 'of-offered');
				const joined = joinPeriods(tallies.map((one) => periodNumbers(one, 'of-answered')));
				for (const [name, value] of Object.entries(wanted)) {
					const got = joined[name as keyof typeof joined];
					if (value === null) expect(got, name).toBeNull();
					else expect(got, name).toBeCloseTo(value, 6);
				}
			}),
			{ seed: 20261128 }
		);
	});
});
