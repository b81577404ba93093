import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, agentActor } from '../access/testing.ts';
import { notices, publicationAgents, rosters } from '../db/schema/index.ts';
import { exportAgent } from '../privacy/index.ts';
import { listRosters, removeRoster, scheduleAsPublished } from '../rosters/index.ts';
import {
	acknowledgePublication,
	listOwnPublications,
	listPublications,
	markPublicationsSeen,
	previewPublication,
	publishRoster,
	readRosterTrail,
	remindOfPublication,
	saveNoticeDays,
	takeBackRoster
} from './index.ts';
import { at, insertDraft, MONDAY, openPublishing, PLANNER } from './testing.ts';

const HOUR = 3_600_000;
const ana = agentActor('ana');
const ben = agentActor('ben');

let test: Awaited<ReturnType<typeof openPublishing>>;
beforeEach(async () => {
	test = await openPublishing();
	await insertDraft(test.ctx, 'first', { ana: [9, 9, null], ben: [10, 10, 10], eva: [9, 9, 9] });
	await insertDraft(test.ctx, 'second', { ana: [9, 10, 9], ben: [10, 10, 10] });
});
afterEach(() => test.close());

/** Start of each published shift of the week, as day and hour, by person. */
async function schedule(): Promise<Record<string, string[]>> {
	const published = await scheduleAsPublished(test.ctx, MONDAY, at(7, 0));
	return Object.fromEntries(
		[...published].sort().map(([id, shifts]) => [
			id,
			shifts.map(({ startAt }) => {
				const hours = (startAt - MONDAY) / HOUR;
				return `${Math.floor(hours / 24)}@${hours % 24}`;
			})
		])
	);
}
const told = async () =>
	(await test.ctx.db.orm.select().from(notices)).map(({ userId, kind }) => `${userId} ${kind}`);

describe('publishRoster()', () => {
	it('holds for its own people and days, the later before the earlier, and nobody is counted twice', async () => {
		await publishRoster(test.ctx, PLANNER, 'first');
		await publishRoster(test.ctx, PLANNER, 'second');
		expect(await schedule()).toEqual({
			ana: ['0@9', '1@10', '2@9'],
			ben: ['0@10', '1@10', '2@10'],
			// Not in the second: what was published for her stays.
			eva: ['0@9', '1@9', '2@9']
		});
		const heads = await listRosters(test.ctx, PLANNER);
		expect(heads.map(({ id, status, isReplaced }) => [id, status, isReplaced]).sort()).toEqual([
			['first', 'published', false],
			['second', 'published', false]
		]);
	});

	it('a roster for everybody of an earlier one replaces it as a whole', async () => {
		await publishRoster(test.ctx, PLANNER, 'second');
		await publishRoster(test.ctx, PLANNER, 'first');
		const heads = await listRosters(test.ctx, PLANNER);
		expect(heads.filter(({ isReplaced }) => isReplaced).map(({ id }) => id)).toEqual(['second']);
		expect(await takeBackRoster(test.ctx, PLANNER, 'first')).toMatchObject({ kind: 'taken-back' });
		expect((await listRosters(test.ctx, PLANNER)).some(({ isReplaced }) => isReplaced)).toBe(false);
	});

	it('tells those whose shifts change, once, and nobody else; takeBackRoster() brings back what was before', async () => {
		expect(await publishRoster(test.ctx, PLANNER, 'first')).toMatchObject({ affected: 3, told: 2 });
		expect(await told()).toEqual(['u-ana schedule.published', 'u-ben schedule.published']);
		expect(await publishRoster(test.ctx, PLANNER, 'second', { note: 'As agreed' })).toMatchObject({
			affected: 1,
			told: 1
		});
		expect((await told()).slice(2)).toEqual(['u-ana schedule.published']);
		const [newest] = (await listOwnPublications(test.ctx, ana))!;
		expect(newest).toMatchObject({
			note: 'As agreed',
			isPending: true,
			differences: [
				{ date: '2026-12-08', before: [{ startAt: at(1, 9) }], after: [{ startAt: at(1, 10) }] },
				{ date: '2026-12-09', before: [], after: [{ startAt: at(2, 9) }] }
			]
		});
		const before = await schedule();
		expect(await takeBackRoster(test.ctx, PLANNER, 'second')).toEqual({
			kind: 'taken-back',
			affected: 1,
			told: 1
		});
		expect((await schedule()).ana).toEqual(['0@9', '1@9']);
		expect((await told()).slice(3)).toEqual(['u-ana schedule.published']);
		expect((await listOwnPublications(test.ctx, ana))![0]).toMatchObject({
			kind: 'take-back',
			differences: [{ date: '2026-12-08' }, { date: '2026-12-09', after: [] }]
		});
		await publishRoster(test.ctx, PLANNER, 'second');
		expect(await schedule()).toEqual(before);
		expect(await test.audited()).toEqual([
			'roster.published',
			'roster.published',
			'roster.draft',
			'roster.published'
		]);
	});

	it('leaves days that are over as they were published', async () => {
		await publishRoster(test.ctx, PLANNER, 'first');
		test.clock.at = at(1, 12);
		await insertDraft(test.ctx, 'late', { ana: [14, 14, 14], ben: [10, 10, 10] });
		expect(await publishRoster(test.ctx, PLANNER, 'late')).toMatchObject({ kind: 'published', affected: 1 });
		// Monday is over; Tuesday has begun and is the planner's to change.
		expect((await schedule()).ana).toEqual(['0@9', '1@14', '2@14']);
		expect((await listRosters(test.ctx, PLANNER)).some(({ isReplaced }) => isReplaced)).toBe(false);
	});

	it('asks for a reason where rules are broken, and refuses what was overtaken or is there already', async () => {
		await insertDraft(test.ctx, 'tired', { ana: [22, 10] });
		expect(await publishRoster(test.ctx, PLANNER, 'tired')).toEqual({ kind: 'rules-broken', count: 1 });
		const seen = (await previewPublication(test.ctx, PLANNER, 'tired'))!;
		expect(seen.violations).toMatchObject([{ rule: 'rest-between-shifts', agent: 'ana' }]);
		await publishRoster(test.ctx, PLANNER, 'first', { latestVersion: seen.latestVersion });
		const reason = 'She asked for it';
		expect(
			await publishRoster(test.ctx, PLANNER, 'tired', { reason, latestVersion: seen.latestVersion })
		).toEqual({ kind: 'overtaken' });
		expect(await publishRoster(test.ctx, PLANNER, 'tired', { reason })).toMatchObject({ kind: 'published' });
		expect(await publishRoster(test.ctx, PLANNER, 'tired', { reason })).toEqual({ kind: 'already' });
		expect(await publishRoster(test.ctx, PLANNER, 'none')).toEqual({ kind: 'unknown' });
		expect((await readRosterTrail(test.ctx, PLANNER, 'tired'))[0]).toMatchObject({
			...{ action: 'roster.published', reason, people: 1, changedDays: 2 },
			name: null
		});
		expect(await readRosterTrail(test.ctx, PLANNER, 'first')).toHaveLength(1);
		await expect(removeRoster(test.ctx, PLANNER, 'tired')).rejects.toThrow(InvalidInputError);
	});

	it('published twice at once it is published once', async () => {
		const done = await Promise.all(['a', 'b'].map(() => publishRoster(test.ctx, PLANNER, 'first')));
		expect(done.map(({ kind }) => kind).sort()).toEqual(['already', 'published']);
		expect(await listPublications(test.ctx, PLANNER, 'first')).toHaveLength(1);
		expect(await told()).toEqual(['u-ana schedule.published', 'u-ben schedule.published']);
	});

	it('of two rosters published at once the later is told apart from the earlier, not from what was before both', async () => {
		await insertDraft(test.ctx, 'third', { ana: [10, 10, null] });
		await Promise.all(['first', 'third'].map((id) => publishRoster(test.ctx, PLANNER, id)));
		const [newest, oldest] = (await listOwnPublications(test.ctx, ana))!;
		// Of the second each day is a change of the first's, none a new shift.
		expect(oldest!.differences.map(({ before }) => before.length)).toEqual([0, 0]);
		expect(newest!.differences.map(({ before, after }) => [before[0]?.startAt, after[0]?.startAt])).toEqual([
			[at(0, 9), at(0, 10)],
			[at(1, 9), at(1, 10)]
		]);
	});

	it('what the planner saw is what is published: of two who looked at the same moment one is told to look again', async () => {
		await insertDraft(test.ctx, 'third', { ana: [10, 10, null] });
		const done = await Promise.all(
			['first', 'third'].map((id) => publishRoster(test.ctx, PLANNER, id, { latestVersion: 0 }))
		);
		expect(done.map(({ kind }) => kind)).toEqual(['published', 'overtaken']);
	});

	it('taken back twice at once it is taken back once, and each is told once', async () => {
		await publishRoster(test.ctx, PLANNER, 'first');
		const done = await Promise.all(['a', 'b'].map(() => takeBackRoster(test.ctx, PLANNER, 'first')));
		expect(done.map(({ kind }) => kind)).toEqual(['taken-back', 'not-published']);
		expect(await listPublications(test.ctx, PLANNER, 'first')).toHaveLength(2);
		expect((await told()).filter((one) => one.startsWith('u-ana'))).toHaveLength(2);
	});

	it('a roster that was published before publications were kept gives way to them', async () => {
		await test.ctx.db.orm.update(rosters).set({ status: 'published' });
		await test.ctx.db.orm.delete(rosters).where(eq(rosters.id, 'second'));
		await insertDraft(test.ctx, 'new', { ana: [8] });
		await publishRoster(test.ctx, PLANNER, 'new');
		expect(await schedule()).toMatchObject({ ana: ['0@8'], ben: ['0@10', '1@10', '2@10'] });
		await takeBackRoster(test.ctx, PLANNER, 'new');
		expect((await schedule()).ana).toEqual(['0@9', '1@9']);
		expect(await takeBackRoster(test.ctx, PLANNER, 'first')).toMatchObject({ kind: 'taken-back' });
		expect(await schedule()).toEqual({});
	});
});

describe('previewPublication()', () => {
	it('names who changes and what, before anything is done, and what is short notice', async () => {
		await publishRoster(test.ctx, PLANNER, 'first');
		const preview = (await previewPublication(test.ctx, PLANNER, 'second'))!;
		expect(preview).toMatchObject({
			unchanged: 1,
			firstChangedAt: at(1, 9),
			noticeDays: 7,
			withinNotice: { people: 1, days: 2 },
			violations: [],
			replaces: [{ id: 'first' }]
		});
		expect(preview.agents.map(({ agentId, differences }) => [agentId, differences!.length])).toEqual([
			['ana', 2]
		]);
		// Tuesday is five days from Thursday on.
		await saveNoticeDays(test.ctx, PLANNER, { days: 5 });
		expect((await previewPublication(test.ctx, PLANNER, 'second'))!.withinNotice).toEqual({
			people: 0,
			days: 0
		});
		await saveNoticeDays(test.ctx, PLANNER, { days: 6 });
		expect((await previewPublication(test.ctx, PLANNER, 'second'))!.withinNotice).toEqual({
			people: 1,
			days: 1
		});
		await expect(saveNoticeDays(test.ctx, PLANNER, { days: 61 })).rejects.toThrow(InvalidInputError);
		expect(await told()).toHaveLength(2);
	});
});

describe('acknowledgement', () => {
	it('is the agent’s own, covers what came before, and is seen by the planner', async () => {
		await publishRoster(test.ctx, PLANNER, 'first');
		await publishRoster(test.ctx, PLANNER, 'second');
		const [newest] = (await listOwnPublications(test.ctx, ana))!;
		expect(await markPublicationsSeen(test.ctx, ana)).toBe(2);
		expect(await markPublicationsSeen(test.ctx, ana)).toBe(0);
		expect(await acknowledgePublication(test.ctx, ben, newest!.id)).toBe(false);
		test.clock.at += HOUR;
		expect(await acknowledgePublication(test.ctx, ana, newest!.id)).toBe(true);
		expect(await acknowledgePublication(test.ctx, ana, newest!.id)).toBe(false);
		expect((await listOwnPublications(test.ctx, ana))!.some(({ isPending }) => isPending)).toBe(false);
		const [view] = await listPublications(test.ctx, PLANNER, 'first');
		expect(
			view!.agents.map(({ agentId, hasAccount, acknowledgedAt }) => [agentId, hasAccount, acknowledgedAt])
		).toEqual([
			['ana', true, test.clock.at],
			['ben', true, null],
			['eva', false, null]
		]);
		expect(await test.audited()).toContain('roster.acknowledge');
		const exported = await exportAgent(test.ctx, actorWithRole('admin'), { agent: 'ana' });
		expect(exported!.tables.publication_agents).toHaveLength(2);
	});

	it('remindOfPublication() reminds who has not, at most once in four hours', async () => {
		const done = await publishRoster(test.ctx, PLANNER, 'first');
		if (done.kind !== 'published') throw new Error(done.kind);
		const input = { publicationId: done.publicationId };
		expect(await remindOfPublication(test.ctx, PLANNER, input)).toEqual({
			kind: 'reminded',
			reminded: 0,
			tooSoon: 2,
			unreachable: 1
		});
		test.clock.at += 5 * HOUR;
		await acknowledgePublication(test.ctx, ana, done.publicationId);
		// Asked for twice at once.
		const both = await Promise.all(['a', 'b'].map(() => remindOfPublication(test.ctx, PLANNER, input)));
		expect(both).toMatchObject([
			{ reminded: 1, tooSoon: 0 },
			{ reminded: 0, tooSoon: 1 }
		]);
		expect((await told()).filter((one) => one.endsWith('reminder'))).toEqual(['u-ben schedule.reminder']);
		await takeBackRoster(test.ctx, PLANNER, 'first');
		expect(await remindOfPublication(test.ctx, PLANNER, input)).toEqual({ kind: 'unknown' });
	});

	it('nobody is asked about a quiet publication, nor about days that are over', async () => {
		await publishRoster(test.ctx, PLANNER, 'first', { isQuiet: true });
		expect(await listOwnPublications(test.ctx, ana)).toEqual([]);
		test.clock.at = at(8, 0);
		await publishRoster(test.ctx, PLANNER, 'second');
		expect(await told()).toEqual([]);
		expect(
			(await test.ctx.db.orm.select().from(publicationAgents)).filter(
				({ differences }) => differences !== null
			)
		).toEqual([]);
	});
});

it.each([
	['publishRoster', () => publishRoster(test.ctx, ana, 'first')],
	['takeBackRoster', () => takeBackRoster(test.ctx, ana, 'first')],
	['previewPublication', () => previewPublication(test.ctx, actorWithRole('supervisor'), 'first')],
	[
		'remindOfPublication',
		() => remindOfPublication(test.ctx, actorWithRole('supervisor'), { publicationId: 'x' })
	],
	['saveNoticeDays', () => saveNoticeDays(test.ctx, actorWithRole('supervisor'), { days: 3 })],
	['listPublications', () => listPublications(test.ctx, ana, 'first')],
	['readRosterTrail', () => readRosterTrail(test.ctx, ana, 'first')],
	['listOwnPublications', () => listOwnPublications(test.ctx, PLANNER)]
] as const)('%s() is refused to whom it is not for', async (_, call) => {
	await expect(call()).rejects.toThrow(ForbiddenError);
});
