import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Centre } from '#lib/server/centre.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { LiveState, readFloor } from '#lib/server/live/index.ts';
import { PastFloors, PastPlayer } from '#lib/server/past/index.ts';
import { busyFloor } from '../../support/busy-floor.ts';
import { seedBusyCentre } from '../../support/seed-busy-centre.ts';
import { say, timed, whole, type Found } from './report.ts';

const SIZE = { queues: 50, agents: 500 };
const EVENTS = 150_000;
const DAY_MS = 86_400_000;

const shown = ({ queues, agents }: ReturnType<typeof readFloor>): string =>
	JSON.stringify([queues.map((row) => ({ ...row, ewtError: null })), agents]);

/** A day of 150,000 events: opened at its end, gone on a minute, and played at ×60, with how long the event loop was held up. */
export async function benchPast(folder: string): Promise<Found> {
	const url = `file:${join(folder, 'past.db')}`;
	await seedBusyCentre(url, SIZE);
	const db = await openDatabase(url, 'drizzle');
	const ctx: Context = { db, now: Date.now };
	const centre = await Centre.open(ctx, () => null);
	const endMs = Math.floor(Date.now() / DAY_MS) * DAY_MS - 1;
	const events = busyFloor(EVENTS, endMs, DAY_MS - 1, SIZE);
	for (let i = 0; i < events.length; i += 10_000)
		await centre.ingest.accept(SYSTEM, events.slice(i, i + 10_000));
	await centre.stop();

	const source = { ctx, config: () => centre.state.config, score: () => null };
	const expected = new LiveState(centre.state.config, () => null);
	for (const [i, event] of events.entries())
		if (event.at <= endMs - 60_000) expected.apply([{ ...event, seq: i + 1 }], event.at);
	const memoryBefore = process.memoryUsage().rss;
	const held = monitorEventLoopDelay({ resolution: 1 });
	const floors = new PastFloors(source);
	held.enable();
	const opened = await timed(() => floors.take(endMs - 60_000));
	held.disable();
	const floor = opened.result;
	const isRight = shown(floor.read()) === shown(readFloor(expected, endMs - 60_000));
	const openHeldMs = held.max / 1e6;
	const moved = await timed(() => floor.moveTo(endMs));
	const again = shown(await new PastFloors(source).read(endMs));
	const isSame = again === shown(floor.read());
	floors.give(floor);

	held.reset();
	held.enable();
	let deltas = 0;
	const player = new PastPlayer(floors, ctx.now, {
		delta: () => void deltas++,
		snapshot: () => undefined,
		ended: () => undefined,
		isReady: () => true
	});
	const cpu = process.cpuUsage();
	await player.open(endMs - DAY_MS / 2);
	await player.play(60);
	const playedMs = 5_000;
	await new Promise((done) => setTimeout(done, playedMs));
	await player.close();
	held.disable();
	const spent = process.cpuUsage(cpu);
	db.close();
	say(
		`past floor of a day with ${whole(EVENTS)} events, ${SIZE.agents} agents, ${SIZE.queues} queues: opened at its end in ${(opened.ms / 1000).toFixed(2)} s, ${(opened.cpuMs / 1000).toFixed(2)} s of its own time ` +
			`(event loop held ${openHeldMs.toFixed(0)} ms at most), on by a minute in ${moved.ms.toFixed(0)} ms; ` +
			`played at ×60: ${deltas} deltas in ${playedMs / 1000} s, held ${(held.max / 1e6).toFixed(0)} ms at most, ${(((spent.user + spent.system) / 1000 / playedMs) * 100).toFixed(0)} % of a core with the opening; ` +
			`memory +${whole((process.memoryUsage().rss - memoryBefore) / 1e6)} MB; ${isRight && isSame && deltas > 10 ? 'the floor is that of a state which saw nothing later' : 'WRONG'}`
	);
	return {
		isRight: isRight && isSame && deltas > 10,
		goals: [
			{
				name: 'a moment of a day with 150,000 events opens in ≤ 2 s',
				met: opened.ms <= 2_000,
				figure: `${(opened.ms / 1000).toFixed(2)} s`
			}
		]
	};
}
