import { describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole } from '../access/testing.ts';
import { answerDispute, disputeItem, readEvaluation, retractEvaluation, withdrawDispute } from './index.ts';
import {
	DAY,
	lead,
	other,
	ana,
	ben,
	answers,
	told,
	test,
	addStays,
	shared,
	useQualityCentre
} from './testing.ts';

useQualityCentre();

describe('a dispute', () => {
	async function disputed(values = answers(2, 0)) {
		await addStays([{ id: 'c1' }]);
		const evaluationId = await shared('c1', values);
		const result = await disputeItem(test.ctx, ana, { evaluationId, itemId: 'duty', reason: 'I did ask.' });
		if (result.status !== 'disputed') throw new Error(result.status);
		return { evaluationId, disputeId: result.id };
	}

	it('goes to the evaluator; the answer changes the score and both are kept; the agent is told', async () => {
		const { ctx } = test;
		const { evaluationId, disputeId } = await disputed();
		expect((await told()).at(-1)).toMatchObject({ userIds: ['lead'], kind: 'evaluation.disputed' });
		expect(await answerDispute(ctx, other, { disputeId, value: 1, answer: 'You are right.' })).toEqual({
			status: 'changed',
			scoreBefore: 0,
			scoreAfter: 0.75
		});
		expect((await told()).at(-1)).toMatchObject({ userIds: ['ana'], kind: 'evaluation.answered' });
		const { evaluation, disputes } = (await readEvaluation(ctx, ana, evaluationId))!;
		expect(evaluation).toMatchObject({ score: 0.75, failedBy: [] });
		expect(disputes).toMatchObject([
			{
				state: 'changed',
				valueBefore: 0,
				valueAfter: 1,
				scoreBefore: 0,
				scoreAfter: 0.75,
				answer: 'You are right.'
			}
		]);
		expect(JSON.stringify(disputes)).not.toContain('user:');
		expect(await answerDispute(ctx, lead, { disputeId, value: null, answer: 'Too late' })).toEqual({
			status: 'no-longer-open'
		});
		expect(await disputeItem(ctx, ana, { evaluationId, itemId: 'duty', reason: 'Once more' })).toEqual({
			status: 'already-disputed'
		});
		await expect(retractEvaluation(ctx, lead, evaluationId)).rejects.toThrow('disputed');
	});

	it('can be upheld, and taken back while it is open', async () => {
		const { ctx } = test;
		const { evaluationId, disputeId } = await disputed(answers(2, 1));
		await withdrawDispute(ctx, ana, disputeId);
		expect((await readEvaluation(ctx, ana, evaluationId))!.disputes).toEqual([]);
		const again = await disputeItem(ctx, ana, { evaluationId, itemId: 'asks', reason: 'I asked twice' });
		const id = again.status === 'disputed' ? again.id : '';
		expect(await answerDispute(ctx, lead, { disputeId: id, value: 2, answer: 'Not enough.' })).toEqual({
			status: 'upheld',
			scoreBefore: 0.75,
			scoreAfter: 0.75
		});
		await expect(withdrawDispute(ctx, ana, id)).rejects.toThrow(InvalidInputError);
	});

	it('is possible for as many days as the centre says, by the agent alone', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		const evaluationId = await shared('c1');
		const wish = { evaluationId, itemId: 'asks', reason: 'I asked twice' };
		for (const actor of [ben, lead, actorWithRole('planner'), actorWithRole('agent')])
			await expect(disputeItem(ctx, actor, wish)).rejects.toThrow(ForbiddenError);
		test.clock.at += 14 * DAY;
		expect((await disputeItem(ctx, ana, wish)).status).toBe('disputed');
		test.clock.at += 1;
		expect(await disputeItem(ctx, ana, { ...wish, itemId: 'duty' })).toEqual({ status: 'too-late' });
	});
});
