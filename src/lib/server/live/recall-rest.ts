import type { Context } from '../context.ts';
import type { LiveState } from './live-state.ts';
import { readSpans } from './stored-agents.ts';
import { readStubs } from './stored-folds.ts';

const CONTACTS_PER_PAGE = 4_000;
const AGENTS_PER_PAGE = 250;

const breathe = (): Promise<void> => new Promise((done) => setImmediate(done));

/**
 * Brings to memory what recallCounts() left in the database: the contacts that are over and the agents' earlier
 * states. A page at a time, with the server's other work between; until it is done a changed threshold cannot be
 * recounted.
 */
export async function recallRest(ctx: Context, state: LiveState): Promise<void> {
	if (!state.isRecalling) return;
	const { client } = ctx.db;
	const wallMs = ctx.now();
	for (const source of [...state.sources.keys()]) {
		const horizon = state.horizonOf(source, wallMs);
		for (let after = { at: horizon, id: '' }; ;) {
			const { rows } = await client.execute({
				sql: `SELECT last_event_at, id FROM contacts WHERE (last_event_at, id) > (?, ?) ORDER BY last_event_at, id LIMIT 1 OFFSET ${CONTACTS_PER_PAGE - 1}`,
				args: [after.at, after.id]
			});
			const last = rows[0] && { at: Number(rows[0].last_event_at), id: String(rows[0].id) };
			const where = `c.source = ? AND (c.last_event_at, c.id) > (?, ?) ${last ? 'AND (c.last_event_at, c.id) <= (?, ?)' : ''}`;
			const args = [source, after.at, after.id, ...(last ? [last.at, last.id] : [])];
			for (const fold of await readStubs(client, where, args)) state.attach(fold);
			if (!last) break;
			after = last;
			await breathe();
		}
	}
	const agents = [...state.agents.values()];
	for (let i = 0; i < agents.length; i += AGENTS_PER_PAGE) {
		const page = agents.slice(i, i + AGENTS_PER_PAGE);
		const horizon = Math.min(...page.map(({ source }) => state.horizonOf(source, wallMs)));
		const spans = await readSpans(
			client,
			page.map(({ config }) => config.id),
			horizon
		);
		for (const { config, fold } of page) fold.recallEarlier(spans.get(config.id) ?? []);
		await breathe();
	}
	state.isRecalling = false;
}
