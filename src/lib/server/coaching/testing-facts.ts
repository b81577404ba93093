import { afterEach, beforeEach } from 'vitest';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { agents, contacts, messages, queues, sites, visits } from '../db/schema/index.ts';
import { Jobs } from '../jobs/index.ts';
import { startCoaching, type CoachingPeriod } from './start-coaching.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 2 March 2026, 09:00 in Madrid. */
export const MONDAY_9 = Date.UTC(2026, 2, 2, 8);
export const supervisor = actorWithRole('supervisor');

export let test: Awaited<ReturnType<typeof openTestContext>>;
export let jobs: Jobs;

export const addAgents = (ids: string[]) =>
	test.ctx.db.orm.insert(agents).values(ids.map((id) => ({ id, siteId: 'main', name: id, createdAt: 1 })));

export interface Stay {
	agent: string;
	queue?: string;
	at: number;
	talk?: number;
	hold?: number;
	wrap?: number;
	customer?: string;
	intent?: string;
	csat?: number;
	moods?: number[];
	/** Goes to this agent afterwards. */
	then?: string;
}
let n = 0;
export async function addStays(stays: Stay[]): Promise<string[]> {
	const { orm } = test.ctx.db;
	const ids = stays.map(() => `c${n++}`);
	const rows = stays.map((stay, i) => {
		const { talk = 100, hold = 0 } = stay;
		return { id: ids[i]!, ...stay, talk, hold, end: stay.at + (talk + hold) * 1000 };
	});
	for (let i = 0; i < rows.length; i += 500) {
		const some = rows.slice(i, i + 500);
		await orm.insert(contacts).values(
			some.map(({ id, queue = 'easy', agent, at, end, customer, intent, csat }) => ({
				id,
				source: 'test',
				channel: 'voice' as const,
				customer: customer ?? null,
				intent: intent ?? null,
				queueId: queue,
				agentId: agent,
				startedAt: at,
				endedAt: end,
				lastEventAt: end,
				csat: csat ?? null
			}))
		);
		const visit = ({ id, queue = 'easy', agent, at, end, talk, hold, wrap = 0 }: (typeof some)[number]) => ({
			contactId: id,
			ordinal: 0,
			queueId: queue,
			enteredAt: at,
			outcome: 'answered' as const,
			leftAt: at,
			agentId: agent,
			handledUntil: end,
			talkMs: talk * 1000,
			holdMs: hold * 1000,
			wrapMs: wrap * 1000
		});
		await orm
			.insert(visits)
			.values(
				some.flatMap((row) => [
					visit(row),
					...(row.then
						? [{ ...visit(row), ordinal: 1, agentId: row.then, enteredAt: row.end, leftAt: row.end }]
						: [])
				])
			);
		const turns = some.flatMap(({ id, at, moods = [] }) =>
			moods.map((score, ordinal) => ({
				contactId: id,
				ordinal,
				at: at + ordinal,
				party: 'customer' as const,
				text: 'x',
				score
			}))
		);
		if (turns.length > 0) await orm.insert(messages).values(turns);
	}
	return ids;
}

export const period = () => ({ fromMs: MONDAY_9, toMs: MONDAY_9 + DAY, timeZone: 'Europe/Madrid' });

export async function compute(input: CoachingPeriod): Promise<JobUpdate> {
	const ended = new Promise<JobUpdate>((done) => {
		const off = jobs.listen((job) => {
			if (!['done', 'failed', 'cancelled'].includes(job.state)) return;
			off();
			done(job);
		});
	});
	await startCoaching(test.ctx, jobs, supervisor, input);
	return ended;
}

/** A centre with two queues and its jobs before each test. */
export function useFactsCentre(): void {
	beforeEach(async () => {
		test = await openTestContext();
		const { orm } = test.ctx.db;
		await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'Europe/Madrid', createdAt: 1 });
		await orm.insert(queues).values(
			['easy', 'hard'].map((id) => ({
				id,
				siteId: 'main',
				name: id,
				channel: 'voice' as const,
				createdAt: 1
			}))
		);
		jobs = await Jobs.open(test.ctx);
	});
	afterEach(async () => {
		await jobs.stop();
		test.close();
	});
}
