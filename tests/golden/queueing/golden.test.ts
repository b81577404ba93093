import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { erlangA, erlangB, erlangC } from '#solver/queueing/index.ts';

const read = (url: URL) => JSON.parse(readFileSync(url, 'utf8')) as Record<string, string | number>[];
/** An exact value below the smallest double must come out as 0. */
function expectRelative(got: number, want: string | number, tolerance: number, what: string): void {
	if (Number(want) === 0) expect(got, what).toBe(0);
	else expect(Math.abs(got / Number(want) - 1), `${what}: ${got} for ${want}`).toBeLessThan(tolerance);
}

describe.each([
	['our own 40-digit values', 'own-values.json', 1e-11],
	['our own 50-digit values at the extremes', 'extreme-values.json', 1e-9]
])('%s', (_, name, tolerance) => {
	const cases = read(new URL(name, import.meta.url));
	it.each(
		cases.map(
			(c) =>
				[
					`${c.loadErlangs} E, ${c.agents} agents, AHT ${c.ahtSeconds} s, patience ${c.patienceSeconds} s, T ${c.thresholdSeconds} s`,
					c
				] as const
		)
	)('erlangA(): %s', (_, c) => {
		const input = {
			loadErlangs: Number(c.loadErlangs),
			agents: Number(c.agents),
			ahtSeconds: Number(c.ahtSeconds),
			patienceSeconds: Number(c.patienceSeconds),
			thresholdSeconds: Number(c.thresholdSeconds)
		};
		const got = erlangA(input);
		for (const name of [
			'probabilityOfWait',
			'abandonment',
			'averageWaitSeconds',
			'serviceLevel',
			'asaSeconds'
		] as const)
			expectRelative(got[name]!, c[name]!, tolerance, name);
	});
});

const file = new URL('../../../../shared/reference/erlang.json', import.meta.url);
const present = existsSync(file);
if (!present)
	console.warn('SKIPPED: ../shared/reference/erlang.json is absent, so its 58 cases are not checked.');

describe('../shared/reference/erlang.json', () => {
	it.skipIf(!present)('every published figure of every case to 1e-12', () => {
		const cases = read(file);
		expect(cases).toHaveLength(58);
		for (const c of cases) {
			const input = {
				loadErlangs: Number(c.A),
				agents: Number(c.N),
				ahtSeconds: 1,
				thresholdSeconds: Number(c.T_over_AHT),
				patienceSeconds: Number(c.patience_over_AHT)
			};
			const check = (got: number, name: string) =>
				expectRelative(got, c[name]!, 1e-12, `${name} at ${c.A} E, ${c.N} agents`);
			check(erlangB(input.loadErlangs, input.agents), 'erlangB');
			const withC = erlangC(input);
			expect(withC.status).toBe(c.erlangC === undefined ? 'unstable' : 'stable');
			if (withC.status === 'stable') {
				check(withC.probabilityOfWait, 'erlangC');
				check(withC.serviceLevel, 'SL_C');
				check(withC.asaSeconds, 'ASA_C_over_AHT');
			}
			const withA = erlangA(input);
			check(withA.probabilityOfWait, 'A_Pwait');
			check(withA.abandonment, 'A_Pab');
			check(withA.averageWaitSeconds, 'A_EW_over_AHT');
			check(withA.serviceLevel, 'A_P_served_within_T');
		}
	});
});
