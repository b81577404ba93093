import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvent, type IncomingEvent } from '#lib/contracts/events.ts';
import { Centre } from '#lib/server/centre.ts';
import { findContact } from '#lib/server/contacts/index.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { handoffCard } from '#lib/server/handoff/index.ts';
import { demoScenario, runFloor, type FloorEvent } from '#solver/simulation/index.ts';
import { botCase } from '../support/bot-case.ts';
import { seededRandom } from '../support/seeded-random.ts';

const START = Date.parse('2026-11-24T08:00:00Z');
const SEED = Number(process.env.MAREA_SEED ?? 20261124);

describe('the seam between a bot and a person, in the simulated stream', () => {
	it('has no word of a bot after a person has answered, some of customers in between, and facts before', () => {
		const seen = { answered: 0, gap: 0, facts: 0, verified: 0 };
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
				const contacts = new Map<string, FloorEvent[]>();
				for (const event of runFloor(demoScenario(), {
					seed,
					startMs: START,
					endMs: START + 2 * 3_600_000
				})) {
					const { contact } = event.data;
					if (contact && event.type !== 'marea.agent.state')
						contacts.set(contact, [...(contacts.get(contact) ?? []), event]);
				}
				for (const events of contacts.values()) {
					const escalated = events.findIndex(({ type }) => type === 'marea.bot.escalated');
					const answered = events.findIndex(({ type }) => type === 'marea.contact.answered');
					if (escalated < 0 || answered < 0) continue;
					seen.answered++;
					const after = events.slice(answered);
					expect(after.filter(({ data }) => data.party === 'bot')).toEqual([]);
					const gap = events.slice(escalated, answered).filter(({ data }) => data.party === 'customer');
					if (gap.length > 0) seen.gap++;
					const turns = events.filter(({ type }) => type === 'marea.bot.turn');
					if (turns.some(({ data }) => data.facts)) seen.facts++;
					if (turns.some(({ data }) => data.verified)) seen.verified++;
				}
			}),
			{ numRuns: 4, seed: SEED }
		);
		for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(10);
	});
});

async function openCentre(): Promise<{ ctx: Context; centre: Centre; close: () => void }> {
	const db = await openDatabase('file::memory:', 'drizzle');
	const ctx = { db, now: () => START + 300_000 };
	await db.client.execute(
		`INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'S', 'UTC', 0)`
	);
	return { ctx, centre: await Centre.open(ctx, () => null), close: () => db.close() };
}

describe('the seam in the log, with events in disorder', () => {
	it('keeps every message exactly once and in order, shows what was written into the gap, and flags a late bot', async () => {
		const { words: _, ...parts } = botCase({ contact: 'c', customer: 'k', customerName: 'Eva', queue: 'chat', language: 'en', agent: 'ana', atMs: START }); // prettier-ignore
		const all = Object.values(parts)
			.flat()
			.map((event) => {
				const parsed = parseEvent(event);
				if (!parsed.ok) throw new Error(parsed.error);
				return parsed.event;
			});
		const inOrder = [...all].sort((a, b) => a.at - b.at);
		const texts = inOrder.filter(({ type }) => type === 'marea.message').map(({ data }) => data.text);
		expect(texts.length).toBe(15);
		let disordered = 0;
		for (let run = 0; run < 25; run++) {
			const draw = seededRandom(SEED + run);
			const { ctx, centre, close } = await openCentre();
			// Shuffled, some sent twice, in batches of any size.
			const sent: IncomingEvent[] = [...all, ...all.filter(() => draw(4) === 0)];
			for (let i = sent.length - 1; i > 0; i--) {
				const j = draw(i + 1);
				[sent[i], sent[j]] = [sent[j]!, sent[i]!];
			}
			if (sent.some(({ at }, i) => i > 0 && at < sent[i - 1]!.at)) disordered++;
			for (let i = 0; i < sent.length;) {
				const size = 1 + draw(7);
				await centre.ingest.accept(SYSTEM, sent.slice(i, i + size));
				i += size;
				if (draw(3) === 0) await centre.project();
			}
			await centre.project();
			const contact = (await findContact(ctx, SYSTEM, 'c'))!;
			expect(contact.messages.map(({ text }) => text.replace('[card]', '4111 1111 1111 1111'))).toEqual(
				texts
			);
			expect(contact.timeline.filter(({ type }) => type === 'marea.bot.late')).toHaveLength(1);
			const card = (await handoffCard(ctx, SYSTEM, 'c', 'en'))!;
			expect(card.unanswered.map(({ text }) => text)).toEqual([
				'I hope I do not have to tell it all again.',
				'Are you there?'
			]);
			expect(card.lateBot.map(({ text }) => text)).toEqual(['Would you like to rate our assistant?']);
			close();
		}
		expect(disordered).toBeGreaterThan(20);
	});
});
