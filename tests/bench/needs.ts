import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { NeedsSnapshot } from '#lib/contracts/needs.ts';
import { NeedFeed, NeedList } from '#lib/server/attention/index.ts';
import { scoreText } from '#lib/server/conversations/index.ts';
import { LiveState } from '#lib/server/live/index.ts';
import { applyNeeds } from '#lib/live/apply-needs.ts';
import { busyConfig } from '../support/busy-floor.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { say, timed } from './live/report.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const OPEN = 2_000;
const TURNS = 8;
const TICKS = 20;
const CHANGED_PER_TICK = 20;
const QUEUES = 40;
const GOAL_MS = 25;
const TEXTS = [
	'Where is my order? It should have been here on Monday',
	'Esto es una vergüenza, llevo tres días esperando',
	'I want to speak to a person',
	'Gracias, muy amable',
	'This is the third time I write to you about the same invoice',
	'Voy a poner una denuncia si no lo arreglan',
	'My number is the one on the letter',
	'No entiendo nada, páseme con alguien'
];

/**
 * What the list of those who need a person costs with 2,000 open contacts: from nothing, for a second's waits alone,
 * and for 20 contacts with news; beside it the reference, which rates every contact anew at each tick. The list and
 * what a reader makes of the deltas must be the reference's.
 */
export default async function bench(): Promise<boolean> {
	const below = seededRandom(4);
	const state = new LiveState(busyConfig({ queues: QUEUES, agents: 10 }), scoreText);
	const queues = [...state.queues.keys()];
	let seq = 0;
	const event = (type: string, at: number, data: LoggedEvent['data']): LoggedEvent => ({
		source: 'bench',
		id: String(++seq),
		seq,
		type: `marea.${type}`,
		at,
		data
	});
	const says = (contact: string, at: number) =>
		event('message', at, { contact, party: 'customer', text: TEXTS[below(TEXTS.length)]! });

	const events: LoggedEvent[] = [];
	for (let c = 0; c < OPEN; c++) {
		const contact = `c${c}`;
		const queue = queues[below(QUEUES)]!;
		const at = NOW - 60_000 - below(600_000);
		events.push(event('bot.started', at, { contact, queue, channel: 'chat', customer: `k${c}` }));
		for (let t = 0; t < TURNS; t++) {
			events.push(says(contact, at + t * 1_000));
			events.push(event('bot.turn', at + t * 1_000 + 500, { contact, queue, understood: below(3) > 0 }));
		}
		if (c % 2) events.push(event('contact.queued', at + 20_000, { contact, queue }));
	}
	events.sort((a, b) => a.at - b.at);
	state.apply(events, NOW);

	const list = new NeedList(state);
	state.onContact = (id) => list.mark(id);
	const feed = new NeedFeed('bench');
	const opening = await timed(() => {
		list.rate(NOW);
		feed.advance(list.ranking(NOW), NOW);
	});
	let reader: NeedsSnapshot | null = structuredClone(feed.snapshot());
	const cost = { quiet: 0, news: 0, reference: 0, rows: 0 };
	let isRight = true;
	for (let tick = 1; tick <= TICKS; tick++) {
		const at = NOW + tick * 1_000;
		const hasNews = tick % 2 === 0;
		if (hasNews)
			state.apply(
				Array.from({ length: CHANGED_PER_TICK }, () => says(`c${below(OPEN)}`, at)),
				at
			);
		const spent = await timed(() => {
			list.rate(at);
			return feed.advance(list.ranking(at), at);
		});
		cost[hasNews ? 'news' : 'quiet'] += spent.cpuMs / (TICKS / 2);
		cost.rows += (spent.result?.changed.length ?? 0) / TICKS;
		if (spent.result && reader) reader = applyNeeds(reader, structuredClone(spent.result));
		const anew = await timed(() => {
			const whole = new NeedList(state);
			whole.rate(at);
			return whole.ranking(at);
		});
		cost.reference += anew.cpuMs / TICKS;
		const urgencies = (rows: readonly { id: string; urgency: number }[]) =>
			JSON.stringify(rows.map(({ id, urgency }) => [id, urgency]));
		isRight &&=
			reader !== null &&
			urgencies(reader.rows) === urgencies(feed.snapshot().rows) &&
			JSON.stringify(anew.result.rows.map(({ urgency }) => urgency)) ===
				JSON.stringify(reader.rows.map(({ urgency }) => urgency)) &&
			anew.result.needing === reader.needing &&
			reader.open === OPEN;
	}
	const ms = (value: number) => `${value.toFixed(1)} ms`;
	say(
		`${OPEN} open contacts of ${TURNS} turns: first rating ${ms(opening.cpuMs)}; a tick ${ms(cost.quiet)} without news, ` +
			`${ms(cost.news)} with ${CHANGED_PER_TICK} changed; rating all anew ${ms(cost.reference)} ` +
			`(${(cost.reference / cost.news).toFixed(1)} times as much); ${cost.rows.toFixed(1)} rows sent a tick of 50; ` +
			`list ${isRight ? 'as rated anew' : 'DIFFERS'}`
	);
	const isQuick = Math.max(cost.quiet, cost.news) <= GOAL_MS;
	say(`${isQuick ? 'met' : 'MISSED'}: a tick ≤ ${GOAL_MS} ms`);
	return isRight && isQuick;
}
