import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingEvent } from '#lib/contracts/events.ts';
import type { FloorDelta } from '#lib/contracts/live.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { Centre } from '../centre.ts';
import { SYSTEM } from '../context.ts';
import { parseMoment } from './parse-moment.ts';
import { PastFloors } from './past-floors.ts';
import { PastPlayer } from './past-player.ts';
import { readPastDay } from './read-past-day.ts';
import { readPastQueue } from './read-past-queue.ts';

const DAY = Date.parse('2026-11-20T00:00:00Z');
const HOUR_MS = 3_600_000;
let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: Centre;
let past: PastFloors;
beforeEach(async () => {
	test = await openTestContext();
	centre = await Centre.open(test.ctx, () => null);
	past = new PastFloors({ ctx: test.ctx, config: () => centre.state.config, score: () => null });
	centre.ingest.listen((events) => past.observe(events));
});
afterEach(async () => {
	await centre.stop();
	test.close();
});

let n = 0;
const event = (type: string, at: number, data: IncomingEvent['data']): IncomingEvent => ({
	source: 'test',
	id: `e-${n++}`,
	type: `marea.${type}`,
	at,
	data
});
const call = (contact: string, queuedAt: number, answeredAt: number | null): IncomingEvent[] => [
	event('contact.queued', queuedAt, { contact, queue: 'q', channel: 'voice' }),
	...(answeredAt === null ? [] : [event('contact.answered', answeredAt, { contact, queue: 'q', agent: 'a' })])
];
async function take(events: IncomingEvent[]): Promise<void> {
	await centre.ingest.accept(SYSTEM, events);
	await centre.project();
}

describe('PastFloors', () => {
	it('refuses moments that the log cannot tell of, and says where it begins', async () => {
		await expect(past.read(DAY)).rejects.toMatchObject({ status: 400, fault: 'empty-log' });
		await take(call('c', DAY, null));
		await expect(past.read(DAY - 1)).rejects.toMatchObject({ fault: 'before-log', keptFromMs: DAY });
		await expect(past.read(test.clock.at + 1)).rejects.toMatchObject({ fault: 'future' });
		expect((await past.read(DAY)).site.waiting).toBe(1);
	});

	it('shows what came late as if it had always been there', async () => {
		await take(call('c', DAY, null));
		expect((await past.read(DAY + HOUR_MS)).site.waiting).toBe(1);
		await take([
			...call('late', DAY + 60_000, null),
			event('contact.abandoned', DAY + 120_000, { contact: 'c', queue: 'q' })
		]);
		const { site, queues } = await past.read(DAY + HOUR_MS);
		expect(site.waiting).toBe(1);
		expect(queues[0]).toMatchObject({ oldestEnteredAt: DAY + 60_000, today: { offered: 2, abandoned: 1 } });
	});

	it('keeps few: who comes when all are taken is told so, and finds one when another goes', async () => {
		await take(call('c', DAY, null));
		const taken = await Promise.all(Array.from({ length: 8 }, (_, i) => past.take(DAY + i * HOUR_MS)));
		await expect(past.read(DAY)).rejects.toMatchObject({ status: 429 });
		past.give(taken[0]!);
		expect((await past.read(DAY)).site.waiting).toBe(1);
	});
});

describe('PastPlayer', () => {
	it('plays on from a moment by deltas, as fast as it is told, stands still, and stops at the present', async () => {
		await take([...call('c1', DAY, null), ...call('c2', DAY + 20_000, null)]);
		let ended: (reason: string) => void = () => undefined;
		let heard: (delta: FloorDelta) => void = () => undefined;
		const player = new PastPlayer(past, test.ctx.now, {
			delta: (delta) => heard(delta),
			snapshot: () => undefined,
			ended: (reason) => ended(reason),
			isReady: () => true
		});
		const first = await player.open(DAY);
		expect(first).toMatchObject({ clock: { mode: 'past', wallMs: DAY }, site: { waiting: 1 } });
		const seconded = new Promise<FloorDelta>(
			(done) => (heard = (delta) => delta.site?.waiting === 2 && done(delta))
		);
		await player.play(60);
		const delta = await seconded;
		expect(delta).toMatchObject({ epoch: first.epoch, clock: { mode: 'past' } });
		expect(delta.clock.wallMs).toBeGreaterThanOrEqual(DAY + 20_000);
		await player.play(0);
		const stoodAt = player.floor!.atMs;
		heard = () => expect.unreachable('a floor that stands still says nothing');
		await new Promise((done) => setTimeout(done, 400));
		expect(player.floor!.atMs).toBe(stoodAt);

		heard = () => undefined;
		const over = new Promise<string>((done) => (ended = done));
		await player.open(test.clock.at - 10_500);
		await player.play(60);
		expect(await over).toBe('present');
		await player.close();
		expect(player.floor).toBeNull();
	});
});

describe('readPastQueue()', () => {
	it('is the line and the half hours of the moment, not of today; who waits is hidden without the right', async () => {
		await take([...call('c1', DAY, DAY + 5 * 60_000), ...call('c2', DAY + HOUR_MS, null)]);
		const floor = await past.take(DAY + 60_000);
		const supervisor = actorWithRole('supervisor');
		expect(readPastQueue(floor, supervisor, 'q')).toEqual({
			intervals: [{ intervalStart: '2026-11-20T00:00:00.000Z', offered: 1, answered: 0, abandoned: 0 }],
			waiting: [
				{ id: 'c1', customer: null, language: null, intent: null, intentProbability: null, enteredAt: DAY }
			]
		});
		await floor.moveTo(DAY + HOUR_MS);
		expect(readPastQueue(floor, supervisor, 'q')).toMatchObject({
			intervals: [{ answered: 1 }, { offered: 1, answered: 0 }],
			waiting: [{ id: 'c2' }]
		});
		expect(readPastQueue(floor, { ...supervisor, rights: ['live.view'] }, 'q')!.waiting).toBeNull();
		expect(readPastQueue(floor, supervisor, 'none')).toBeNull();
		past.give(floor);
	});
});

describe('readPastDay()', () => {
	it('counts by the quarter of an hour, those of the day before who still waited in the first', async () => {
		await take([
			...call('before', DAY - 60_000, DAY + 30 * 60_000),
			...call('c1', DAY + 1_000, DAY + 2_000),
			...call('c2', DAY + HOUR_MS, DAY + HOUR_MS + 60_000)
		]);
		const day = await readPastDay(test.ctx, actorWithRole('supervisor'), DAY + HOUR_MS, 'UTC');
		expect(day).toMatchObject({ fromMs: DAY, toMs: DAY + 24 * HOUR_MS, keptFromMs: DAY - 60_000 });
		expect(day.waiting).toHaveLength(96);
		expect(day.waiting.slice(0, 6)).toEqual([1, 1, 0, 0, 1, 0]);
		expect(day.offered.slice(0, 5)).toEqual([1, 0, 0, 0, 1]);
		expect(day.serviceLevel.slice(0, 5)).toEqual([1, null, null, null, 0]);
	});

	it('is as long as the clocks make it', async () => {
		const quarters = async (day: string) =>
			(await readPastDay(test.ctx, SYSTEM, Date.parse(day), 'Europe/Madrid')).offered.length;
		expect(await quarters('2026-10-25T12:00:00Z')).toBe(100);
		expect(await quarters('2026-03-29T12:00:00Z')).toBe(92);
	});

	it('is refused without the right to see the floor', async () => {
		await expect(readPastDay(test.ctx, actorWithRole('agent'), DAY, 'UTC')).rejects.toThrow('live.view');
	});
});

it('parseMoment() reads an instant with its offset and names what is none', () => {
	expect(parseMoment('2026-11-28T10:15:00+01:00')).toBe(Date.parse('2026-11-28T09:15:00Z'));
	expect(parseMoment('2026-11-28T10:15:00 01:00')).toBe(Date.parse('2026-11-28T09:15:00Z'));
	for (const text of ['yesterday', '2026-11-28', '2026-11-28T10:15:00', '2026-13-28T10:15:00Z'])
		expect(() => parseMoment(text)).toThrow(`"${text}" must be an RFC 3339 instant`);
});
