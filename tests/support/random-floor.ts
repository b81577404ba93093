import type { IncomingEvent } from '#lib/contracts/events.ts';

export const QUEUES = ['q0', 'q1', 'q2'];
export const AGENTS = ['a0', 'a1', 'a2', 'a3'];
const STATES = ['available', 'offered', 'handling', 'wrap', 'break', 'offline'] as const;
const HOUR_MS = 3_600_000;

/** A random whole number below `n`. */
export type Draw = (n: number) => number;

const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)]!;

/** What drew the events, each with how often it came about. */
export interface Drawn {
	missingQueued: number;
	/** An event that its source's clock put before one that happened earlier, of the same contact. */
	skewedPast: number;
	/** An event that its source's clock put after now. */
	skewedAhead: number;
	/** An agent whom two sources said to be in different states at one instant. */
	twoStates: number;
	/** A contact that was never said to have ended. */
	neverEnded: number;
}

/** Who tells of bots and words: another clock than the telephony's. */
const BY_BOTS = /^(bot\.|message)/;

/** The sources that the events come from. */
export const SOURCES = ['telephony', 'states', 'bots', 'desk'];

/**
 * Events of contacts and agents over the last two and a half days before `nowMs`, in order of their time. What a
 * contact does is drawn step by step, also what no sane source would tell: some `queued` events are missing, the bots'
 * clock is off by up to two minutes, a second source contradicts the first on agents, and many contacts never end.
 */
export function randomFloor(draw: Draw, nowMs: number): { events: IncomingEvent[]; drawn: Drawn } {
	const events: IncomingEvent[] = [];
	const drawn: Drawn = { missingQueued: 0, skewedPast: 0, skewedAhead: 0, twoStates: 0, neverEnded: 0 };
	// Ahead by less than a minute: what is dated later does not count as today's yet.
	const skewMs = draw(170_000) - 120_000;
	let n = 0;
	let latest = -Infinity;
	const push = (type: string, trueAt: number, data: IncomingEvent['data'], source?: string) => {
		const isBots = BY_BOTS.test(type);
		const at = isBots ? trueAt + skewMs : trueAt;
		if (isBots && at < latest) drawn.skewedPast++;
		if (isBots && at > nowMs) drawn.skewedAhead++;
		if (data.contact) latest = Math.max(latest, at);
		events.push({
			source: source ?? (data.contact ? (isBots ? 'bots' : 'telephony') : 'states'),
			id: `e-${n++}`,
			type: `marea.${type}`,
			at,
			data
		});
	};

	for (let c = 0; c < 14; c++) {
		const contact = `c${c}`;
		latest = -Infinity;
		let at = nowMs - draw(pick(draw, [0.02, 2, 26, 60]) * HOUR_MS);
		// Equal instants are common in real logs: half of the steps take none or whole seconds.
		const step = () => (at = Math.min(nowMs, at + (draw(2) ? draw(40) * 1000 : draw(900_000))));
		push('contact.started', at, {
			contact,
			channel: pick(draw, ['voice', 'chat', 'email'] as const),
			customer: `k${draw(5)}`
		});
		if (draw(3) === 0) {
			// For a queue from the start, from some turn on, for one after another, or for none.
			const queue = () => (draw(2) ? { queue: pick(draw, QUEUES) } : {});
			push('bot.started', step(), { contact, bot: 'b', ...queue() });
			for (let i = draw(3); i >= 0; i--)
				push('bot.turn', step(), {
					contact,
					bot: 'b',
					understood: pick(draw, [true, false, undefined]),
					...queue()
				});
			if (draw(4))
				push(draw(2) ? 'bot.escalated' : 'bot.resolved', step(), { contact, bot: 'b', ...queue() });
		}
		for (let i = draw(9); i > 0; i--) {
			const queue = pick(draw, QUEUES);
			const agent = pick(draw, AGENTS);
			const kind = pick(draw, [
				'queued',
				'queued',
				'offered',
				'answered',
				'answered',
				'held',
				'resumed',
				'transferred',
				'abandoned',
				'flowed_out',
				'wrapped',
				'ended'
			]);
			if (kind === 'queued' && draw(8) === 0) drawn.missingQueued++;
			else if (kind === 'queued' || kind === 'answered' || draw(2))
				push(`contact.${kind}`, step(), { contact, queue, agent });
			else push(`contact.${kind}`, step(), { contact, agent: kind === 'offered' ? agent : undefined });
			if (draw(3) === 0)
				push('message', step(), {
					contact,
					party: pick(draw, ['customer', 'agent'] as const),
					text: pick(draw, [`said ${n}`, `I want to speak to a person ${n}`, `esto es una vergüenza ${n}`])
				});
		}
		if (draw(2)) push('contact.ended', step(), { contact });
		else drawn.neverEnded++;
		if (draw(3) === 0) push('survey', step(), { contact, score: draw(11) });
	}
	for (const agent of AGENTS)
		for (let i = 0; i < 8; i++) {
			const at = nowMs - draw(60 * HOUR_MS);
			const state = pick(draw, STATES);
			push('agent.state', at, { agent, state, reason: draw(3) ? undefined : 'r' });
			if (draw(3) > 0) continue;
			const other = pick(draw, STATES);
			push('agent.state', at, { agent, state: other }, 'desk');
			if (other !== state) drawn.twoStates++;
		}
	for (const event of events) event.data = JSON.parse(JSON.stringify(event.data)) as IncomingEvent['data'];
	events.sort((a, b) => a.at - b.at);
	return { events, drawn };
}
