import { expect, it } from 'vitest';
import { serviceLevel } from './service-level.ts';
import { SERVICE_LEVEL_VARIANTS } from './terms.ts';

const VECTOR = {
	answered: 1000,
	abandoned: 60,
	answeredInThreshold: 860,
	abandonedInThreshold: 20,
	shortAbandoned: 10
};

it.each([
	['answered-or-abandoned', 0.83],
	['of-answered', 0.86],
	['of-offered', 0.811],
	['less-abandons-in-threshold', 0.827],
	['less-short-abandons', 0.819]
] as const)('serviceLevel() %s gives the check vector of the definitions', (variant, expected) => {
	expect(serviceLevel(variant, VECTOR)).toBeCloseTo(expected, 3);
});

it('serviceLevel() of an empty period is unknown, not 0 % or 100 %', () => {
	const empty = {
		answered: 0,
		abandoned: 0,
		answeredInThreshold: 0,
		abandonedInThreshold: 0,
		shortAbandoned: 0
	};
	for (const variant of SERVICE_LEVEL_VARIANTS) expect(serviceLevel(variant, empty)).toBeNull();
});
