import { describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { coachingComments } from '../db/schema/index.ts';
import {
	addComment,
	giveKudos,
	muteRecommendation,
	ownFeed,
	removeComment,
	removeKudos,
	restoreComment,
	restoreKudos,
	unmute
} from './index.ts';
import {
	NOW,
	DAY,
	ana,
	ben,
	coach,
	planner,
	test,
	addFinding,
	addSession,
	told,
	useFeedCentre
} from './testing-feed.ts';

useFeedCentre();

describe('comments', () => {
	it('the agent writes under the own coaching and the coach is told; the coach answers and the agent is told', async () => {
		await addSession('s1', 'ana', 'held');
		await addComment(test.ctx, ana, { agentId: 'ana', text: 'When is the next one?' });
		await addComment(test.ctx, coach, { agentId: 'ana', sessionId: 's1', text: 'On Friday.' });
		expect(await told('u-coach')).toEqual(['comment.added']);
		expect(await told('u-ana')).toEqual(['comment.added']);
		expect((await ownFeed(test.ctx, ana))!.comments.map(({ by, isOwn }) => [by, isOwn])).toEqual([
			['Ana Real', true],
			['Carla Coach', false]
		]);
	});

	it('nobody writes under another agent’s, nor under a session of another', async () => {
		await addSession('s1', 'ben', 'held');
		await expect(addComment(test.ctx, ana, { agentId: 'ben', text: 'x' })).rejects.toThrow(ForbiddenError);
		await expect(addComment(test.ctx, planner, { agentId: 'ana', text: 'x' })).rejects.toThrow(
			ForbiddenError
		);
		await expect(addComment(test.ctx, ana, { agentId: 'ana', sessionId: 's1', text: 'x' })).rejects.toThrow(
			InvalidInputError
		);
		await expect(addComment(test.ctx, ana, { agentId: 'ana', text: '   ' })).rejects.toThrow(
			InvalidInputError
		);
		expect(await test.ctx.db.orm.select().from(coachingComments)).toEqual([]);
	});

	it('only who wrote it takes it away, and brings it back', async () => {
		const { id } = await addComment(test.ctx, ana, { agentId: 'ana', text: 'x' });
		expect(await removeComment(test.ctx, ben, id)).toBe(false);
		expect(await removeComment(test.ctx, coach, id)).toBe(false);
		expect(await removeComment(test.ctx, ana, id)).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.comments).toEqual([]);
		expect(await restoreComment(test.ctx, ana, id)).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.comments).toHaveLength(1);
		await expect(removeComment(test.ctx, planner, id)).rejects.toThrow(ForbiddenError);
	});
});

describe('kudos', () => {
	it('a coach praises and the agent is told; taken back and brought back', async () => {
		const { id } = await giveKudos(test.ctx, coach, { agentId: 'ana', text: 'Great calm.', metric: 'mood' });
		expect(await told('u-ana')).toEqual(['kudos.given']);
		expect((await ownFeed(test.ctx, ana))!.kudos).toMatchObject([
			{ by: 'Carla Coach', text: 'Great calm.', metric: 'mood' }
		]);
		expect(await removeKudos(test.ctx, coach, id)).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.kudos).toEqual([]);
		expect(await restoreKudos(test.ctx, coach, id)).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.kudos).toHaveLength(1);
	});

	it.each([ana, planner])('is refused to who does not coach', async (actor) => {
		await expect(giveKudos(test.ctx, actor, { agentId: 'ana', text: 'Me!' })).rejects.toThrow(ForbiddenError);
		await expect(removeKudos(test.ctx, actor, 'x')).rejects.toThrow(ForbiddenError);
		await expect(giveKudos(test.ctx, coach, { agentId: 'nobody', text: 'x' })).rejects.toThrow(
			InvalidInputError
		);
	});
});

describe('muteRecommendation()', () => {
	it('takes it out of the one thing until its weeks are over; the coach’s run keeps it', async () => {
		await addFinding();
		expect(await muteRecommendation(test.ctx, ana, { cause: 'holding', weeks: 2 })).toEqual({
			until: NOW + 14 * DAY
		});
		expect((await ownFeed(test.ctx, ana))!).toMatchObject({
			practise: null,
			silence: 'muted',
			findings: [{ mutedUntil: NOW + 14 * DAY }]
		});
		test.clock.at = NOW + 14 * DAY;
		expect((await ownFeed(test.ctx, ana))!.practise).toMatchObject({ cause: 'holding', mutedUntil: null });
		test.clock.at = NOW;
		expect(await unmute(test.ctx, ana, 'holding')).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.practise).not.toBeNull();
	});

	it('is the agent’s own choice: others are refused, and one’s own mute is not another’s', async () => {
		await addFinding();
		await expect(muteRecommendation(test.ctx, coach, { cause: 'holding', weeks: 2 })).rejects.toThrow(
			ForbiddenError
		);
		await expect(unmute(test.ctx, planner, 'holding')).rejects.toThrow(ForbiddenError);
		await muteRecommendation(test.ctx, ben, { cause: 'holding', weeks: 2 });
		expect((await ownFeed(test.ctx, ana))!.practise).not.toBeNull();
		await expect(muteRecommendation(test.ctx, ana, { cause: 'holding', weeks: 0 })).rejects.toThrow(
			InvalidInputError
		);
	});
});
