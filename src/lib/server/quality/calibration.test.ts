import { describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole } from '../access/testing.ts';
import { performanceDays } from '../db/schema/index.ts';
import {
	closeCalibration,
	gatherEvaluations,
	listCalibrations,
	listEvaluations,
	readCalibration,
	startCalibration
} from './index.ts';
import {
	lead,
	other,
	ana,
	answers,
	told,
	test,
	formId,
	addStays,
	shared,
	useQualityCentre
} from './testing.ts';

useQualityCentre();

describe('a calibration', () => {
	it('hides the others’ answers until the own are given, then tells agreement and who is strict', async () => {
		const { ctx } = test;
		const ids = ['c1', 'c2', 'c3', 'c4'];
		await addStays(ids.map((id) => ({ id })));
		const { id } = await startCalibration(ctx, lead, {
			name: 'March',
			formId,
			contacts: ids.map((contactId) => ({ contactId, agentId: 'ana' }))
		});
		const more = { calibrationId: id };
		for (const [i, contactId] of ids.entries())
			await shared(contactId, answers(i, i === 3 ? 0 : 1), lead, more);
		expect((await readCalibration(ctx, other, id))!.results).toBeNull();
		expect((await listCalibrations(ctx, other)).leniency).toEqual([]);
		const hidden = (await readCalibration(ctx, lead, id))!.results!;
		expect(hidden.evaluators).toEqual([{ id: 'user:lead', name: 'lead' }]);
		for (const [i, contactId] of ids.entries())
			await shared(contactId, answers(i + 1, i === 3 ? 0 : 1), other, more);
		const { results } = (await readCalibration(ctx, other, id))!;
		expect(results!.scores[0]).toEqual([0.5, 0.625]);
		const [asks, duty] = results!.items;
		expect(duty).toMatchObject({ itemId: 'duty', distance: 'nominal', percent: 1, alpha: 1, units: 4 });
		expect(asks).toMatchObject({ itemId: 'asks', distance: 'interval', percent: 0 });
		expect(asks!.alpha!).toBeLessThan(1);
		expect(results!.leniency.map(({ evaluator, difference }) => [evaluator, difference])).toEqual([
			['user:lead', -0.09375],
			['user:other', 0.09375]
		]);
		// Nothing of it reaches the agent or its figures.
		expect(await told()).toEqual([]);
		expect(await listEvaluations(ctx, ana)).toEqual([]);
		await gatherEvaluations(ctx, ['2026-03-11']);
		expect(await ctx.db.orm.select().from(performanceDays)).toEqual([]);
		const planner = { ...actorWithRole('planner') };
		await expect(readCalibration(ctx, planner, id)).rejects.toThrow(ForbiddenError);
	});

	it('shows what there is once it is closed, and refuses contacts that nobody handled', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		const wish = { name: 'April', formId, contacts: [{ contactId: 'c1', agentId: 'ana' }] };
		const { id } = await startCalibration(ctx, lead, wish);
		await shared('c1', answers(1, 1), lead, { calibrationId: id });
		await closeCalibration(ctx, lead, { id, isClosed: true });
		expect((await readCalibration(ctx, other, id))!.results!.items[0]).toMatchObject({
			alpha: null,
			units: 0
		});
		await expect(
			startCalibration(ctx, lead, { ...wish, contacts: [{ contactId: 'c1', agentId: 'ben' }] })
		).rejects.toThrow('has not handled');
	});
});
