import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect } from 'vitest';
import type { QualityForm } from '#solver/quality/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import { agents, contacts, notices, queues, sites, users, visits } from '../db/schema/index.ts';
import { saveDraft, saveForm, shareEvaluation } from './index.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Wednesday 11 March 2026, 12:00 in Madrid. */
export const NOON = Date.UTC(2026, 2, 11, 11);
export const lead: Actor = { ...actorWithRole('supervisor'), id: 'user:lead' };
export const other: Actor = { ...actorWithRole('supervisor'), id: 'user:other' };
export const ana: Actor = { ...actorWithRole('agent'), id: 'user:ana', agentId: 'ana' };
export const ben: Actor = { ...actorWithRole('agent'), id: 'user:ben', agentId: 'ben' };

export const words = (en: string) => ({ en, es: en });
export const FORM: QualityForm = {
	sections: [
		{
			id: 's',
			title: words('Section'),
			weight: 1,
			items: [
				{ id: 'asks', text: words('Asks'), guide: words(''), weight: 1, top: 4, allowNa: true, fail: 'none' },
				{ id: 'duty', text: words('Duty'), guide: words(''), weight: 1, top: 1, allowNa: false, fail: 'form' }
			]
		}
	]
};
export const answers = (asks: number | 'na', duty: number) => ({
	asks: { value: asks, note: '' },
	duty: { value: duty, note: '' }
});

/** Who was told what, in order. */
export const told = async () =>
	(
		await test.ctx.db.orm
			.select()
			.from(notices)
			.orderBy(sql`rowid`)
	).map(({ userId, kind, href }) => ({
		userIds: [userId],
		kind,
		href
	}));
export let test: Awaited<ReturnType<typeof openTestContext>>;
export let formId: string;

/** Stays that ended so many hours before now. */
export async function addStays(
	stays: {
		id: string;
		agent?: string;
		hoursAgo?: number;
		holdSeconds?: number;
		cues?: object;
		then?: string;
	}[]
): Promise<void> {
	const { orm } = test.ctx.db;
	for (const { id, agent = 'ana', hoursAgo = 2, holdSeconds = 0, cues, then } of stays) {
		const end = test.clock.at - hoursAgo * HOUR;
		const start = end - 300_000;
		await orm.insert(contacts).values({
			id,
			source: 'test',
			channel: 'voice',
			queueId: 'q',
			agentId: agent,
			startedAt: start,
			endedAt: end,
			lastEventAt: end,
			cues: cues ? JSON.stringify(cues) : null
		});
		const visit = { contactId: id, queueId: 'q', outcome: 'answered' as const, talkMs: 200_000 };
		await orm.insert(visits).values([
			{
				...visit,
				ordinal: 0,
				agentId: agent,
				enteredAt: start,
				leftAt: start,
				handledUntil: end,
				holdMs: holdSeconds * 1000
			},
			...(then
				? [{ ...visit, ordinal: 1, agentId: then, enteredAt: end, leftAt: end, handledUntil: end + 60_000 }]
				: [])
		]);
	}
}

export const draft = (
	contactId: string,
	values = answers(2, 1),
	actor = lead,
	more: { agentId?: string; calibrationId?: string } = {}
) =>
	saveDraft(test.ctx, actor, { contactId, agentId: 'ana', formId, formVersion: 1, answers: values, ...more });

export async function shared(
	contactId: string,
	values = answers(2, 1),
	actor = lead,
	more = {}
): Promise<string> {
	const { id } = await draft(contactId, values, actor, more);
	expect(await shareEvaluation(test.ctx, actor, id)).toMatchObject({ status: 'shared' });
	return id;
}

/** A centre with a form, two evaluators and two agents before each test. */
export function useQualityCentre(): void {
	beforeEach(async () => {
		test = await openTestContext();
		test.clock.at = NOON;
		const { orm } = test.ctx.db;
		await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'Europe/Madrid', createdAt: 1 });
		await orm.insert(queues).values({ id: 'q', siteId: 'main', name: 'q', channel: 'voice', createdAt: 1 });
		await orm
			.insert(agents)
			.values(['ana', 'ben'].map((id) => ({ id, siteId: 'main', name: id, createdAt: 1 })));
		const at = new Date(1);
		await orm.insert(users).values(
			[
				['lead', null],
				['other', null],
				['ana', 'ana'],
				['ben', 'ben']
			].map(([id, agentId]) => ({
				id: id!,
				name: id!,
				email: `${id}@x.y`,
				agentId,
				createdAt: at,
				updatedAt: at
			}))
		);
		const saved = await saveForm(test.ctx, lead, {
			id: null,
			name: words('Form'),
			body: FORM,
			basedOn: null
		});
		formId = saved.status === 'saved' ? saved.id : '';
	});
	afterEach(() => test.close());
}
