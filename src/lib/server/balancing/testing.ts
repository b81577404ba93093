import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { Context } from '../context.ts';
import { agents, agentSkills, contracts, queues, sites, skills } from '../db/schema/index.ts';
import { LiveCommands } from '../commands/index.ts';
import { FloorFeed, LiveState, loadConfig } from '../live/index.ts';
import { Predictions } from '../predictions/index.ts';
import { publishRoster } from '../rosters/testing.ts';
import type { BalanceDeps } from './accept-proposals.ts';
import { answerRequest } from './answer-request.ts';
import { LiveBalance } from './live-balance.ts';

const MINUTE = 60_000;

export interface SmallCentre extends BalanceDeps {
	/** Tells the floor of something; seconds from now. */
	tell: (type: string, data: object, inSeconds?: number) => void;
	feed: FloorFeed;
	confirm: (command: string) => Promise<void>;
	refuse: (command: string) => Promise<void>;
}

/**
 * A floor of two queues: eight people at the calm one, who could serve the other as well, two at the burning one, at
 * which a call has come every half minute of the last hour.
 */
export async function smallCentre(ctx: Context): Promise<SmallCentre> {
	const { orm } = ctx.db;
	const at = { createdAt: 0 };
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', ...at });
	await orm.insert(skills).values(['calm', 'burning'].map((id) => ({ id, name: id })));
	await orm.insert(queues).values(
		['calm', 'burning'].map((id) => ({
			id,
			siteId: 'main',
			name: id,
			channel: 'voice' as const,
			skillId: id,
			...at
		}))
	);
	const people = Array.from({ length: 10 }, (_, a) => ({ id: `a${a}`, isCalm: a < 8 }));
	await orm
		.insert(agents)
		.values(people.map(({ id }) => ({ id, siteId: 'main', name: id.toUpperCase(), ...at })));
	await orm
		.insert(agentSkills)
		.values(
			people.flatMap(({ id, isCalm }) => [
				...(isCalm ? [{ agentId: id, skillId: 'calm', proficiency: 0.9 }] : []),
				{ agentId: id, skillId: 'burning', proficiency: 0.6 }
			])
		);

	let seq = 0;
	const eventAt = (type: string, ms: number, data: object): LoggedEvent => ({
		seq: ++seq,
		source: 'acd',
		id: String(seq),
		type,
		at: ms,
		data: data as LoggedEvent['data']
	});
	const config = await loadConfig(ctx);
	// As their first assignment would have it: each serves one queue.
	for (const agent of config.agents)
		agent.assigned = [people.find(({ id }) => id === agent.id)!.isCalm ? 'calm' : 'burning'];
	const state = new LiveState(config, () => null);
	const nowMs = ctx.now();
	for (let i = 120; i > 0; i--) {
		const ms = nowMs - i * (MINUTE / 2);
		const contact = { contact: `c${i}`, queue: 'burning', channel: 'voice' };
		state.apply([eventAt('marea.contact.queued', ms, contact)], ms);
		const [ends, type] = i > 8 ? [ms + 90_000, 'abandoned'] : [null, ''];
		if (ends !== null) state.apply([eventAt(`marea.contact.${type}`, ends, contact)], ends);
	}
	const one = { contact: 'calm-1', queue: 'calm', channel: 'voice' };
	state.apply([eventAt('marea.contact.queued', nowMs - 10 * MINUTE, one)], nowMs);
	state.apply([eventAt('marea.contact.abandoned', nowMs - 9 * MINUTE, one)], nowMs);
	state.apply(
		people.map(({ id }) => eventAt('marea.agent.state', nowMs - MINUTE, { agent: id, state: 'available' })),
		nowMs
	);
	const feed = new FloorFeed(state, 'test');
	feed.tick(nowMs);
	const predictions = new Predictions(ctx, { state, feed });
	const commands = await LiveCommands.open(ctx, async () => undefined);
	const balance = new LiveBalance(ctx, { state, present: () => predictions.present() }, (request) =>
		Promise.resolve(answerRequest(request))
	);
	const tell: SmallCentre['tell'] = (type, data, inSeconds = 0) => {
		const ms = ctx.now() + inSeconds * 1000;
		state.apply([eventAt(type, ms, data)], ctx.now());
		feed.tick(ctx.now());
	};
	const answer = (word: string) => (command: string) =>
		commands.observe([
			{
				source: 'acd',
				id: `${word} ${command}`,
				type: `marea.command.${word}`,
				at: ctx.now(),
				data: { command } as object
			}
		]);
	return {
		ctx,
		state,
		balance,
		commands,
		feed,
		tell,
		confirm: answer('confirmed'),
		refuse: answer('refused')
	};
}

/** Everybody has a contract, and some have the same published shift with a paid break of a quarter of an hour. */
export async function rosterToday(
	ctx: Context,
	agentIds: readonly string[],
	shift: { startAt: number; endAt: number; breakAt: number }
): Promise<void> {
	const { startAt, endAt, breakAt } = shift;
	const { orm } = ctx.db;
	await orm.insert(contracts).values({
		...{ id: 'c', name: 'C', minHoursPerWeek: 0, maxHoursPerWeek: 40, maxHoursPerDay: 9 },
		...{ minRestHours: 12, maxConsecutiveDays: 6, minDaysOffPerWeek: 1 }
	});
	await orm.update(agents).set({ contractId: 'c' });
	const pause = { startAt: breakAt, endAt: breakAt + 15 * MINUTE, isPaid: true, kind: 'break' as const };
	await publishRoster(ctx, { fromAt: startAt, toAt: endAt }, agentIds, {
		...{ startAt, endAt },
		breaksOf: () => [pause]
	});
}
