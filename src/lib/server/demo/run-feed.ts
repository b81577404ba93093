import { setImmediate, setTimeout } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { parseEvent, type IncomingEvent } from '#lib/contracts/events.ts';
import { SimulatedCentre, type MareaEvent } from '#solver/simulation/index.ts';
import type { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';
import { DEMO_SOURCE, dayStart } from '../live/index.ts';
import { scenarioHere } from './scenario-here.ts';
import { siteOffset } from './site-offset.ts';
import { takeOrders } from './take-orders.ts';

const RUN_KEY = 'demo_run';
/** A run that began longer ago is not taken up again: catching up with it would take longer than starting anew. */
const RESUME_WITHIN_MS = 36 * 3_600_000;
const EVENTS_PER_BATCH = 2_000;
const STEP_MS = 500;

/**
 * Feeds the simulated centre: what happened since midnight at once, then the present as it comes, with what was asked
 * of it. The same run is taken up after a restart: its events are the same, and the log keeps each once.
 */
export async function runFeed(ctx: Context, centre: Centre, signal: AbortSignal): Promise<void> {
	const scenario = await scenarioHere(ctx);
	const { timeZone } = scenario.site;
	const startMs = await takeUpRun(ctx, timeZone);
	const knownUntil = (centre.state.sources.get(DEMO_SOURCE)?.lastEventAt ?? -Infinity) - STEP_MS;
	const simulated = new SimulatedCentre(scenario, {
		seed: Math.floor(startMs / 86_400_000),
		startMs,
		utcOffsetSecondsAt: siteOffset(timeZone)
	});
	const stopListening = await takeOrders(ctx, centre, simulated, startMs);

	let batch: IncomingEvent[] = [];
	const send = async (): Promise<void> => {
		if (batch.length > 0) await centre.ingest.accept(SYSTEM, batch);
		batch = [];
	};
	let passed = 0;
	while (!signal.aborted) {
		for (const event of simulated.advance(ctx.now())) {
			// The simulation of a long past day must not hold up the requests of the present one.
			if (++passed % 500 === 0) await setImmediate();
			if (signal.aborted) break;
			if (Date.parse(event.time) <= knownUntil) continue;
			batch.push(incoming(event));
			if (batch.length >= EVENTS_PER_BATCH) await send();
		}
		await send();
		await setTimeout(STEP_MS, undefined, { signal }).catch(() => undefined);
	}
	stopListening();
}

function incoming(event: MareaEvent): IncomingEvent {
	const parsed = parseEvent(event);
	if (!parsed.ok) throw new Error(`The simulator made an event that ingest refuses: ${parsed.error}`);
	return parsed.event;
}

async function takeUpRun({ db, now }: Context, timeZone: string): Promise<number> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, RUN_KEY));
	const before = (row?.value as { startMs?: number } | undefined)?.startMs;
	if (before !== undefined && now() - before < RESUME_WITHIN_MS) return before;
	const startMs = dayStart(now(), timeZone);
	await db.orm
		.insert(settings)
		.values({ key: RUN_KEY, value: { startMs } })
		.onConflictDoUpdate({ target: settings.key, set: { value: { startMs } } });
	return startMs;
}
