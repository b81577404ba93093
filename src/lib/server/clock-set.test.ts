import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestContext } from './access/testing.ts';
import { Centre } from './centre.ts';
import { SYSTEM } from './context.ts';
import { readFloor } from './live/index.ts';

const HOUR_MS = 3_600_000;
const MIDNIGHT = Date.UTC(2026, 10, 29);

let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: Centre;
/** The true time; the server's clock is off by `wrongMs`. */
let trueMs: number;
let wrongMs: number;
let sent: number;
beforeEach(async () => {
	test = await openTestContext();
	Object.defineProperty(test.clock, 'at', { get: () => trueMs + wrongMs });
	[wrongMs, sent] = [0, 0];
});
afterEach(async () => {
	await centre.stop();
	test.close();
});

const open = async (startMs: number) => {
	trueMs = startMs;
	centre = await Centre.open(
		test.ctx,
		() => null,
		() => trueMs
	);
	expect(centre.state.config.site.timeZone).toBe('UTC');
	await feed(100);
};

/** A source whose own clock is right tells of contacts that are answered at once, five a second. */
async function feed(contacts: number): Promise<void> {
	for (let i = 0; i < contacts; i++) {
		trueMs += 200;
		const contact = `c${++sent}`;
		const event = (kind: string) => ({
			...{ source: 's', id: `${sent}-${kind}`, type: `marea.contact.${kind}`, at: trueMs },
			data: { contact, queue: 'q', agent: 'a', channel: 'voice' as const }
		});
		await centre.ingest.accept(SYSTEM, [event('queued'), event('answered'), event('wrapped')]);
	}
}

/** As read anew, and as those who watch have it. */
function today(): number[] {
	centre.tick();
	centre.state.forget(test.clock.at);
	const floor = readFloor(centre.state, test.clock.at);
	return [floor.queues[0]!.today.offered, centre.feed.queueRows(test.clock.at)[0]!.today.offered];
}
const lastHalfHour = (): number => readFloor(centre.state, test.clock.at).queues[0]!.lastHalfHour.offered;

const set = (toMs: number): void => {
	wrongMs = toMs;
	trueMs += 100;
};

it.each([
	['forth over midnight and back', MIDNIGHT - 20 * 60_000, HOUR_MS],
	['back over midnight and forth', MIDNIGHT + 20 * 60_000, -HOUR_MS],
	['back within the day and forth', MIDNIGHT + 12 * HOUR_MS, -HOUR_MS]
])(
	'a clock that is set %s: every number is right with the next event, and when it is set right at once',
	async (_, startMs, byMs) => {
		await open(startMs);
		expect(today()).toEqual([100, 100]);
		set(byMs);
		today();
		await feed(1);
		expect(today()).toEqual([101, 101]);
		expect(lastHalfHour()).toBe(101);
		await feed(40);
		expect(today()).toEqual([141, 141]);
		set(0);
		expect(today()).toEqual([141, 141]);
		await feed(1);
		expect(today()).toEqual([142, 142]);
		expect(lastHalfHour()).toBe(142);
		expect(readFloor(centre.state, test.clock.at).clock).toMatchObject({ mode: 'live', offsetMs: 0 });
	}
);

it('a source that falls silent is silent after two minutes, though the clock was set back meanwhile', async () => {
	await open(MIDNIGHT + 12 * HOUR_MS);
	set(-HOUR_MS);
	today();
	trueMs += 119_000;
	expect(readFloor(centre.state, test.clock.at).sources[0]).toMatchObject({ isSilent: false, gaps: 0 });
	trueMs += 2_000;
	expect(readFloor(centre.state, test.clock.at).sources[0]).toMatchObject({ isSilent: true, gaps: 0 });
	set(0);
	await feed(1);
	expect(readFloor(centre.state, test.clock.at).sources[0]).toMatchObject({ isSilent: false, gaps: 1 });
});

it('deltas of a clock that was ahead are not kept for an hour', async () => {
	await open(MIDNIGHT + 12 * HOUR_MS);
	set(HOUR_MS);
	centre.tick();
	const { epoch, seq } = centre.feed.snapshot(test.clock.at);
	set(0);
	for (let i = 0; i < 700; i++) {
		trueMs += 100;
		centre.tick();
	}
	// More than a minute ago: who has been away so long gets the whole floor.
	expect(centre.feed.join({ epoch, seq }, test.clock.at)).toHaveProperty('snapshot');
});
