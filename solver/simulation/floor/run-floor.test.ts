import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FloorEvent } from '../event.ts';
import { parseScenario } from '../parse-scenario.ts';
import { runFloor } from './run-floor.ts';

const HOUR_MS = 3_600_000;
const MIDNIGHT_MS = Date.UTC(2026, 2, 2);

/** Open from 0 to 4 and crowded: with bots, holds, transfers, flow-out, pauses; all over long before noon. */
const busy = parseScenario({
	site: {
		answerDelaySeconds: 4,
		surveyShare: 0.4,
		proficiencyEffect: 0.4,
		punctualitySeconds: 60,
		dayVariation: 0.1
	},
	queues: [
		{
			id: 'voice',
			language: 'es',
			arrivals: { weeklyVolume: 2400 },
			openingHours: [{ start: '00:00', end: '04:00' }],
			ahtSeconds: 300,
			acwSeconds: 40,
			holdShare: 0.1,
			patienceSeconds: 120,
			transferShare: 0.2,
			transferTo: ['second'],
			intents: { outage: 1, billing: 1 }
		},
		{
			id: 'second',
			language: 'es',
			arrivals: { weeklyVolume: 600 },
			openingHours: [{ start: '00:00', end: '04:00' }],
			ahtSeconds: 400,
			maxWaitSeconds: 240,
			patienceSeconds: 400,
			intents: { technical: 1 }
		},
		{
			id: 'chat',
			channel: 'chat',
			language: 'en',
			arrivals: { weeklyVolume: 2400 },
			openingHours: [{ start: '00:00', end: '04:00' }],
			ahtSeconds: 600,
			acwSeconds: 60,
			patienceSeconds: 200,
			botShare: 0.6,
			botContainment: 0.4,
			intents: { complaint: 1, tariff: 1 }
		}
	],
	agents: [
		{ id: 'v', count: 4, skills: ['voice', 'second'], shifts: [shift('00:00', '05:00')] },
		{ id: 'n', count: 4, skills: ['voice', 'second', 'chat'], concurrency: { chat: 2 } },
		{ id: 'c', count: 3, skills: ['chat'], concurrency: { chat: 3 }, shifts: [shift('22:00', '06:00')] }
	],
	bots: [{ id: 'bot', channels: ['chat'], languages: ['en'] }],
	customers: { poolSize: 500, repeatShare: 0.2 }
});

function shift(start: string, end: string) {
	return {
		start,
		end,
		breaks: [{ atSeconds: 9000, durationSeconds: 900 }],
		lunch: { atSeconds: 13_000, durationSeconds: 1800 },
		activities: [{ kind: 'training', atSeconds: 3600, durationSeconds: 600 }]
	};
}

const run = (seed: number, hours = 12) =>
	runFloor(busy, { seed, startMs: MIDNIGHT_MS, endMs: MIDNIGHT_MS + hours * HOUR_MS });

const LETTERS: Record<string, string> = {
	'marea.contact.started': 'S',
	'marea.bot.started': 'B',
	'marea.bot.turn': 'T',
	'marea.bot.resolved': 'R',
	'marea.bot.escalated': 'X',
	'marea.contact.queued': 'Q',
	'marea.contact.offered': 'O',
	'marea.contact.answered': 'A',
	'marea.contact.held': 'H',
	'marea.contact.resumed': 'U',
	'marea.contact.transferred': 'F',
	'marea.contact.abandoned': 'D',
	'marea.contact.flowed_out': 'W',
	'marea.contact.ended': 'E',
	'marea.contact.wrapped': 'P',
	'marea.survey': 'V',
	'marea.message': 'm'
};

/**
 * With what is said: to a bot between its turns, to a person in talk, and once more into the gap between the two;
 * never on hold or after the end.
 */
const GRAMMAR =
	/^S(B(Tm*){2,5}(REV?$|X(?=Q)))?(Qm?Om?Am*(HUm*)?F)*(Q(m?O?m?D|m?W|m?Om?Am*(HUm*)?E(PV?|VP)))?$/;

const contactWords = (events: Iterable<FloorEvent>): Map<string, string> => {
	const words = new Map<string, string>();
	for (const { type, data } of events)
		if (data.contact && type !== 'marea.agent.state')
			words.set(data.contact, (words.get(data.contact) ?? '') + LETTERS[type]!);
	return words;
};

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const property = (check: (seed: number) => void) =>
	fc.assert(
		fc.property(seeds, (seed) => check(seed)),
		{ numRuns: 12, seed: 20 }
	);

describe('runFloor()', () => {
	it('tells each contact by the grammar of its life, whatever the seed', () => {
		const seen = new Set<string>();
		property((seed) => {
			const words = contactWords(run(seed));
			expect(words.size).toBeGreaterThan(50);
			for (const [contact, word] of words) {
				expect(word, `${contact}, seed ${seed}`).toMatch(GRAMMAR);
				for (const letter of word) seen.add(letter);
			}
		});
		expect([...seen].sort().join('')).toBe([...Object.values(LETTERS)].sort().join(''));
	});

	it('keeps every offered contact: answered, abandoned, flowed out or waiting', () => {
		property((seed) => {
			for (const hours of [2, 12]) {
				const queued = new Set<string>();
				const count = { queued: 0, answered: 0, abandoned: 0, flowed_out: 0 };
				for (const { type, data } of run(seed, hours)) {
					const kind = type.replace('marea.contact.', '') as keyof typeof count;
					if (!(kind in count)) continue;
					count[kind]++;
					if (kind === 'queued') queued.add(data.contact!);
					else expect(queued.delete(data.contact!)).toBe(true);
				}
				expect(count.queued).toBe(count.answered + count.abandoned + count.flowed_out + queued.size);
				expect(count.queued).toBeGreaterThan(10);
				if (hours === 12) expect(queued.size).toBe(0);
			}
		});
	});

	it('never gives an agent more than the slots allow, nor anything on a pause or off duty', () => {
		const paused = new Set(['break', 'lunch', 'training', 'meeting', 'offline']);
		const slots = (agent: string, channel: string) =>
			channel !== 'chat' ? 1 : agent.startsWith('c') ? 3 : agent.startsWith('n') ? 2 : 1;
		let pauses = 0;
		let fullest = 0;
		property((seed) => {
			const hands = new Map<string, Map<string, number>>();
			const state = new Map<string, string>();
			for (const { type, data } of run(seed)) {
				const hand = data.agent
					? (hands.get(data.agent) ?? new Map<string, number>())
					: new Map<string, number>();
				if (data.agent) hands.set(data.agent, hand);
				if (type === 'marea.contact.offered') {
					expect(paused.has(state.get(data.agent!)!)).toBe(false);
					hand.set(data.contact!, 1 / slots(data.agent!, data.channel!));
					const load = [...hand.values()].reduce((sum, part) => sum + part, 0);
					expect(load).toBeLessThanOrEqual(1 + 1e-9);
					fullest = Math.max(fullest, hand.size);
				}
				if (type === 'marea.contact.wrapped' || type === 'marea.contact.transferred')
					hand.delete(data.contact!);
				if (type === 'marea.contact.abandoned')
					for (const other of hands.values()) other.delete(data.contact!);
				if (type === 'marea.agent.state') {
					state.set(data.agent!, data.state!);
					if (paused.has(data.state!)) {
						pauses++;
						expect(hand.size, `${data.agent} goes ${data.state}`).toBe(0);
					}
				}
			}
		});
		expect(pauses).toBeGreaterThan(200);
		expect(fullest).toBe(3);
	});

	it('is the same for the same seed and another for another', () => {
		const text = (seed: number) => JSON.stringify([...run(seed, 3)]);
		expect(text(5)).toBe(text(5));
		expect(text(5)).not.toBe(text(6));
	});

	it('goes on for ever, and a longer run begins with the shorter one', () => {
		const short = [...run(9, 2)];
		const endless = runFloor(busy, { seed: 9, startMs: MIDNIGHT_MS, endMs: Infinity });
		for (const event of short) expect(endless.next().value).toEqual(event);
		expect(endless.next().done).toBe(false);
	});

	it('leaves out what is said without changing what happens', () => {
		const silent = contactWords(
			runFloor(busy, { seed: 4, startMs: MIDNIGHT_MS, endMs: MIDNIGHT_MS + 12 * HOUR_MS, messages: false })
		);
		const spoken = contactWords(run(4));
		expect([...silent.values()]).toEqual([...spoken.values()].map((word) => word.replaceAll('m', '')));
	});

	it('moves strictly forward in time, in whole milliseconds', () => {
		let last = MIDNIGHT_MS - 1;
		let count = 0;
		for (const { atMs } of run(11)) {
			expect(Number.isInteger(atMs) && atMs > last).toBe(true);
			last = atMs;
			count++;
		}
		expect(count).toBeGreaterThan(1000);
	});

	it('refuses a period that ends before it begins', () => {
		expect(() => runFloor(busy, { seed: 1, startMs: 10, endMs: 5 }).next()).toThrow(/from "10" to "5"/);
	});
});
