import { describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { acknowledgeSession, ownFeed, ownSessions } from './index.ts';
import { NOW, DAY, ana, ben, coach, planner, test, addSession, told, useFeedCentre } from './testing-feed.ts';

useFeedCentre();

describe('ownSessions()', () => {
	it('gives the own ones that touch the span, notes only of what was held', async () => {
		await addSession('past', 'ana', 'held');
		await addSession('next', 'ana', 'planned', NOW + DAY);
		await addSession('other', 'ben', 'held');
		const own = await ownSessions(test.ctx, ana, NOW - 10 * DAY, NOW + 10 * DAY);
		expect(own.map(({ id, notes }) => [id, notes])).toEqual([
			['past', 'Look it up before the call goes on.'],
			['next', '']
		]);
		expect(own[1]).toMatchObject({ coachName: 'Carla Coach', module: { title: { en: expect.any(String) } } });
		expect(await ownSessions(test.ctx, ana, NOW, NOW + 10 * DAY)).toHaveLength(1);
		await expect(ownSessions(test.ctx, ben, 0, NOW, 'ana')).rejects.toThrow(ForbiddenError);
	});
});

describe('acknowledgeSession()', () => {
	it('marks what was held, keeps the comment, and tells the coach; once', async () => {
		await addSession('s1', 'ana', 'held');
		expect(await acknowledgeSession(test.ctx, ana, 's1', { comment: ' Clear, thanks. ' })).toEqual({
			kind: 'ok'
		});
		expect(await acknowledgeSession(test.ctx, ana, 's1')).toEqual({ kind: 'refused', reason: 'already' });
		const feed = (await ownFeed(test.ctx, ana))!;
		expect(feed.sessions).toMatchObject([{ state: 'acknowledged', acknowledgedAt: NOW }]);
		expect(feed.comments).toMatchObject([
			{ sessionId: 's1', text: 'Clear, thanks.', isOwn: true, by: 'Ana Real' }
		]);
		expect(await told('u-coach')).toEqual(['session.acknowledged']);
		expect(await test.audited()).toEqual(['coaching.session.acknowledge']);
	});

	it('another agent’s session is unknown, a planned one is not held, a coach cannot acknowledge for the agent', async () => {
		await addSession('s1', 'ana', 'held');
		await addSession('s2', 'ana', 'planned', NOW + DAY);
		expect(await acknowledgeSession(test.ctx, ben, 's1')).toEqual({
			kind: 'refused',
			reason: 'unknown-session'
		});
		expect(await acknowledgeSession(test.ctx, ana, 's2')).toEqual({ kind: 'refused', reason: 'not-held' });
		await expect(acknowledgeSession(test.ctx, coach, 's1')).rejects.toThrow(ForbiddenError);
		await expect(acknowledgeSession(test.ctx, planner, 's1')).rejects.toThrow(ForbiddenError);
		expect(await told('u-coach')).toEqual([]);
	});
});
