import type { InStatement } from '@libsql/client';
import { isFolded, type IncomingEvent } from '#lib/contracts/events.ts';
import type { Channel } from '#lib/contracts/terms.ts';

export interface Discovered {
	/** New queues, with the channel if an event or its contact has told it. */
	queues: Map<string, Channel | null>;
	/** Queues that were found before their channel was known. */
	channels: Map<string, Channel>;
	agents: Set<string>;
}

interface Known {
	queues: ReadonlyMap<string, { config: { channel: Channel; isDiscovered: boolean } }>;
	agents: ReadonlyMap<string, unknown>;
	contacts: ReadonlyMap<string, { fold: { channel: Channel | null } }>;
}

const DEFAULT_CHANNEL: Channel = 'voice';

/**
 * Queues and agents that events name and nobody has set up. A queue's channel is its contacts': later events of a
 * contact leave out what an earlier one said. A found queue at the default channel takes the first other one it hears.
 */
export function discover(events: readonly IncomingEvent[], known: Known): Discovered {
	const found: Discovered = { queues: new Map(), channels: new Map(), agents: new Set() };
	const told = new Map<string, Channel>();
	for (const { type, data } of events)
		if (isFolded(type) && data.contact && data.channel) told.set(data.contact, data.channel);
	for (const { type, data } of events) {
		if (!isFolded(type)) continue;
		if (data.agent && !known.agents.has(data.agent)) found.agents.add(data.agent);
		if (!data.queue) continue;
		const channel =
			data.channel ??
			told.get(data.contact ?? '') ??
			known.contacts.get(data.contact ?? '')?.fold.channel ??
			null;
		const before = known.queues.get(data.queue)?.config;
		if (!before) found.queues.set(data.queue, found.queues.get(data.queue) ?? channel);
		else if (
			before.isDiscovered &&
			before.channel === DEFAULT_CHANNEL &&
			channel &&
			channel !== DEFAULT_CHANNEL
		)
			if (!found.channels.has(data.queue)) found.channels.set(data.queue, channel);
	}
	return found;
}

/** Makes them with defaults, marked as discovered, in the site that the events belong to. */
export function createDiscovered(
	{ queues, channels, agents }: Discovered,
	siteId: string,
	now: number
): InStatement[] {
	if (queues.size + channels.size + agents.size === 0) return [];
	return [
		{
			sql: `INSERT INTO sites (id, name, time_zone, opening_hours, is_demo, created_at) VALUES (?, 'Marea', 'UTC', '[]', 0, ?) ON CONFLICT DO NOTHING`,
			args: [siteId, now]
		},
		{
			sql: `INSERT INTO queues (id, site_id, name, channel, is_discovered, created_at)
				SELECT value ->> 0, ?2, value ->> 0, value ->> 1, 1, ?3 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
			args: [
				JSON.stringify([...queues].map(([id, channel]) => [id, channel ?? DEFAULT_CHANNEL])),
				siteId,
				now
			]
		},
		...[...channels].map(([id, channel]) => ({
			sql: 'UPDATE queues SET channel = ? WHERE id = ? AND is_discovered = 1',
			args: [channel, id]
		})),
		{
			sql: `INSERT INTO agents (id, site_id, name, is_discovered, created_at)
				SELECT value, ?2, value, 1, ?3 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
			args: [JSON.stringify([...agents]), siteId, now]
		}
	];
}
