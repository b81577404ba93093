import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseInstance } from './parse-instance.ts';
import { solveInstance } from './solve-instance.ts';
import { validateInstance } from './validate-instance.ts';

const golden = new URL('../../../tests/golden/rostering/tiny-instance.txt', import.meta.url);
const text = readFileSync(golden, 'utf8');
/** A clock of its own: a millisecond a reading. */
const ticking = () => {
	let t = 0;
	return () => (t += 1);
};

describe('solveInstance()', () => {
	it('finds and proves the optimum known from enumeration', async () => {
		const instance = parseInstance(text);
		const result = await solveInstance(instance, { seconds: 20, now: ticking() });
		expect(result).toMatchObject({ status: 'optimal', objective: 4, lowerBound: 4, gap: 0, violations: [] });
		expect(validateInstance(instance, result)).toMatchObject({ valid: true, objective: 4 });
	});

	it('names a person whose rules no plan keeps', async () => {
		const instance = parseInstance(text.replace('B,E=0|L=7,2400,960,4,1,1,0', 'B,E=0|L=7,2400,2400,4,1,1,0'));
		const result = await solveInstance(instance, { seconds: 5, now: ticking() });
		expect(result.status).toBe('infeasible');
		expect(result.reasons).toEqual(['No plan keeps all the rules of B: they contradict each other.']);
	});
});

describe('validateInstance()', () => {
	const instance = parseInstance(text);
	const optimum = {
		A: ['E', '', '', '', 'E', 'E', 'E'],
		B: ['L', 'L', '', 'L', 'L', '', ''],
		C: ['', 'E', 'E', '', '', 'L', '']
	};
	// The plan above breaks one rule on purpose in each case below.
	it.each<[string, string, string[]]>([
		['days-off', 'A', ['E', '', 'E', 'E', '', 'E', 'E']],
		['max-shifts', 'A', ['L', 'L', '', '', 'L', 'L', '']],
		['max-minutes', 'C', ['', 'E', 'E', 'E', 'E', '', '']],
		['min-minutes', 'B', ['L', '', '', '', '', '', '']],
		['max-consecutive', 'C', ['', 'E', 'E', 'E', 'E', '', '']],
		['min-consecutive', 'A', ['E', '', '', 'E', '', '', 'E']],
		['min-days-off', 'C', ['', 'E', 'E', '', 'E', '', '']],
		['max-weekends', 'B', ['L', 'L', '', '', '', 'L', '']],
		['succession', 'C', ['', 'L', 'E', '', '', '', '']],
		['known', 'C', ['', 'Q', '', '', '', 'L', '']]
	])('finds a breach of %s', (rule, person, plan) => {
		const check = validateInstance(instance, { assignments: { ...optimum, [person]: plan } });
		expect(check.valid).toBe(false);
		expect(check.violations.map((v) => v.rule)).toContain(rule);
		expect(check.violations.every((v) => v.agent === person)).toBe(true);
	});

	it('accepts the optimum', () => {
		expect(validateInstance(instance, { assignments: optimum })).toMatchObject({ valid: true, objective: 4 });
	});
});

describe('parseInstance()', () => {
	it.each([
		['A,0,E,3', 'Z,0,E,3', /person "Z" is not in SECTION_STAFF/],
		['A,0,E,3', 'A,9,E,3', /day "9" must be a whole number from 0 to 6/],
		['0,E,1,100,1', '0,N,1,100,1', /shift "N" is not in SECTION_SHIFTS/],
		['E,480,', 'E,1500,', /length in minutes "1500" must be a whole number from 0 to 1440/],
		['L,480,E', 'L,480,X', /shift "L" names "X"/]
	])('refuses %s changed to %s', (from, to, message) => {
		expect(() => parseInstance(text.replace(from, to))).toThrow(message);
	});
});
