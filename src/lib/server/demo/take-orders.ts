import type { CommandRow } from '#lib/contracts/commands.ts';
import type { FloorOrder, SimulatedCentre } from '#solver/simulation/index.ts';
import type { Centre } from '../centre.ts';
import { listCommands } from '../commands/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { COMMAND_REQUESTED } from '#lib/contracts/commands.ts';

const SOONEST_MS = 1_000;
const SPREAD_MS = 2_000;
const MOST = 10_000;

type Asked = { command: string; kind: string; payload: object; askedAtMs: number };

/**
 * The simulated telephony side's ear: it hears commands in the log, as any source would, and gives them to the floor
 * one to three seconds later. What was asked since the run began is given again first, so that a run taken up after
 * a restart comes out as it did. Returns how to stop.
 */
export async function takeOrders(
	ctx: Context,
	centre: Centre,
	simulated: SimulatedCentre,
	startMs: number
): Promise<() => void> {
	const given = new Set<string>();
	const give = (asked: Asked) => {
		const order = given.has(asked.command) ? null : orderOf(asked);
		given.add(asked.command);
		if (order) simulated.order(order);
	};
	const stop = centre.ingest.listen((events) => {
		for (const { type, at, data } of events) {
			if (type !== COMMAND_REQUESTED) continue;
			const { command, kind, ...payload } = data as { command: string; kind: string };
			give({ command, kind, payload, askedAtMs: at });
		}
	});
	const before = await listCommands(ctx, SYSTEM, { sinceMs: startMs, oldestFirst: true, limit: MOST });
	for (const { id, kind, payload, requestedAt } of before)
		give({ command: id, kind, payload, askedAtMs: requestedAt });
	return stop;
}

function orderOf({ command: id, kind, payload, askedAtMs }: Asked): FloorOrder | null {
	const atMs = askedAtMs + SOONEST_MS + (hash(id) % SPREAD_MS);
	// A note asks nothing of the floor.
	if (kind === 'note.leave') return null;
	if (kind === 'help.ask') return { id, atMs, kind };
	return { ...(payload as CommandRow['payload']), kind, id, atMs } as FloorOrder;
}

/** The same pause for the same command, whenever the run is taken up. */
const hash = (text: string): number => {
	let value = 0;
	for (let i = 0; i < text.length; i++) value = (value * 31 + text.charCodeAt(i)) >>> 0;
	return value;
};
