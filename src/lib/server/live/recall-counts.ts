import type { Context } from '../context.ts';
import { KEPT_MS, type LiveState } from './live-state.ts';
import { LONGEST_SILENCE_MS } from './lost-contact.ts';
import type { LogReader } from './restore.ts';
import { SourceClock } from './source-clock.ts';
import { readAgentSources, readLatestSpans } from './stored-agents.ts';
import { readBotCounts, readStoredCounts } from './stored-counts.ts';
import { readOpenContacts, readScores, readStubs } from './stored-folds.ts';

/** A contact counts for the mood a quarter of an hour after its last word. */
const WORDS_MS = 20 * 60_000;

function recallClock(state: LiveState, source: string, lastEventAt: number): void {
	if (!state.sources.has(source)) state.sources.set(source, new SourceClock());
	state.sources.get(source)!.recall(lastEventAt);
}

/** Takes back from the stored folds what the floor's numbers are made of, and leaves what is over in the database. */
export async function recallCounts(
	ctx: Context,
	state: LiveState,
	log: LogReader,
	sources: Record<string, number> | null
): Promise<void> {
	const { client } = ctx.db;
	const wallMs = ctx.now();
	if (!sources) {
		const found = await client.execute(
			'SELECT source, max(last_event_at) AS last FROM contacts GROUP BY source'
		);
		sources = Object.fromEntries(found.rows.map((row) => [String(row.source), Number(row.last)]));
	}
	for (const [source, last] of Object.entries(sources)) recallClock(state, source, last);

	const limits = (queue: string) => state.queues.get(queue)?.tallies.limits;
	for (const [queue, { entered, departed }] of await readStoredCounts(client, wallMs, KEPT_MS, limits)) {
		const { tallies } = state.queues.get(queue)!;
		for (const [minute, tally] of entered) tallies.load(minute, tally);
		for (const [minute, count] of departed) tallies.load(minute, { departed: count });
	}

	for (const [id, source, at] of await readAgentSources(client)) {
		recallClock(state, source, at);
		const agent = state.agents.get(id);
		if (agent) agent.source = source;
	}
	for (const [id, spans] of await readLatestSpans(client)) state.agents.get(id)?.fold.recall(spans);

	state.isRecalling = true;
	for (const source of state.sources.keys()) {
		const horizon = state.horizonOf(source, wallMs);
		for (const [minute, outcome, queue, count] of await readBotCounts(client, source, horizon)) {
			state.bots.load(minute, outcome, count);
			if (queue !== null) state.queues.get(queue)?.bots.load(minute, outcome, count);
		}
		const open = await readOpenContacts(client, source, horizon - LONGEST_SILENCE_MS);
		for (const fold of await log.readStubs(open)) state.attach(fold);
		for (const events of await log.readContacts(open, state.seq)) state.restore(events);
		const heard = Math.min(wallMs, state.sources.get(source)!.lastEventAt) - WORDS_MS;
		const scores = await readScores(client, source, heard);
		const talking = 'c.id IN (SELECT value FROM json_each(?))';
		for (const fold of await readStubs(client, talking, [JSON.stringify([...scores.keys()])]))
			state.attach(fold, scores.get(fold.id));
	}
}
