import { describe, expect, it } from 'vitest';
import { SEED_CATALOGUE } from '#solver/coaching/index.ts';
import { InvalidInputError } from '../access/index.ts';
import { coachingEffects, notices } from '../db/schema/index.ts';
import { readLearnedCatalogue, readCatalogue, saveCatalogue } from './catalogue.ts';
import { holdSession } from './hold-session.ts';
import { storeMeasured } from './store-measured.ts';
import {
	HOUR,
	MONDAY,
	supervisor,
	test,
	planned,
	runWithFinding,
	useSessionCentre
} from './testing-sessions.ts';

useSessionCentre();

describe('the catalogue', () => {
	it('is the seed until it is changed; a change over somebody else’s is refused; the old one can be put back', async () => {
		const { catalogue, version } = await readCatalogue(test.ctx);
		expect({ catalogue, version }).toEqual({ catalogue: SEED_CATALOGUE, version: 0 });
		const changed = structuredClone(catalogue);
		changed.modules[0]!.agentMinutes = 25;
		expect(await saveCatalogue(test.ctx, supervisor, { catalogue: changed, version })).toEqual({
			kind: 'ok',
			version: 1
		});
		expect(await saveCatalogue(test.ctx, supervisor, { catalogue, version })).toEqual({
			kind: 'changed',
			version: 1
		});
		expect((await readCatalogue(test.ctx)).catalogue).toEqual(changed);
		expect(await saveCatalogue(test.ctx, supervisor, { catalogue, version: 1 })).toEqual({
			kind: 'ok',
			version: 2
		});
		expect(await test.audited()).toEqual(['coaching.catalogue', 'coaching.catalogue']);
	});

	it('refuses one that lacks a behaviour, names a module twice or expects wonders', async () => {
		const wrong = [
			{ ...SEED_CATALOGUE, behaviours: SEED_CATALOGUE.behaviours.slice(1) },
			{ ...SEED_CATALOGUE, modules: [...SEED_CATALOGUE.modules, SEED_CATALOGUE.modules[0]!] },
			{
				...SEED_CATALOGUE,
				modules: [{ ...SEED_CATALOGUE.modules[0]!, effects: [{ metric: 'aht' as const, sds: 9, sd: 0.3 }] }]
			}
		];
		for (const catalogue of wrong)
			await expect(saveCatalogue(test.ctx, supervisor, { catalogue, version: 0 })).rejects.toThrow(
				InvalidInputError
			);
	});

	it('learns from what was measured of its modules', async () => {
		await runWithFinding();
		const before = (await readLearnedCatalogue(test.ctx, supervisor)).learned;
		const of = (list: typeof before) =>
			list.find(({ module, metric }) => module === 'search-drill' && metric === 'aht')!;
		for (let i = 0; i < 4; i++) {
			const id = await planned({
				startAt: MONDAY + (10 + i) * HOUR,
				endAt: MONDAY + (10.5 + i) * HOUR
			});
			await holdSession(test.ctx, supervisor, id, { notes: 'x', goals: [] });
			const found = {
				kind: 'measured' as const,
				effect: 0.2,
				low: 0.1,
				high: 0.3,
				error: 0.06,
				errorSds: 0.3,
				sds: 1,
				probabilityHelped: 0.99,
				controls: 30,
				expected: -0.2,
				reached: 0,
				trend: { difference: 0, was: 'steady' as const }
			};
			await storeMeasured(test.ctx, {
				effects: [{ sessionId: id, metric: 'aht', found }],
				uses: [],
				goals: []
			});
		}
		const after = (await readLearnedCatalogue(test.ctx, supervisor)).learned;
		expect(of(before)).toMatchObject({ uses: 0, sd: expect.closeTo(0.3) });
		expect(of(after).uses).toBe(4);
		expect(of(after).mean).toBeGreaterThan(0.5);
		expect(of(after).sd).toBeLessThan(of(before).sd);
		expect(await test.ctx.db.orm.select().from(coachingEffects)).toHaveLength(4);
		const told = (await test.ctx.db.orm.select().from(notices)).filter(
			({ kind }) => kind === 'effect.measured'
		);
		expect(told.map(({ userId }) => userId).sort()).toEqual([
			...Array(4).fill('ana'),
			...Array(4).fill('coach')
		]);
	});
});
