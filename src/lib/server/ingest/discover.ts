import type { InStatement } from '@libsql/client';
import type { IncomingEvent } from '#lib/contracts/events.ts';
import type { Channel } from '#lib/contracts/terms.ts';

export interface Discovered {
	queues: Map<string, Channel>;
	agents: Set<string>;
}

/** Queues and agents that events name and nobody has set up. */
export function discover(
	events: readonly IncomingEvent[],
	known: { queues: ReadonlyMap<string, unknown>; agents: ReadonlyMap<string, unknown> }
): Discovered {
	const found: Discovered = { queues: new Map(), agents: new Set() };
	for (const { type, data } of events) {
		if (!type.startsWith('marea.')) continue;
		if (data.queue && !known.queues.has(data.queue)) found.queues.set(data.queue, data.channel ?? found.queues.get(data.queue) ?? 'voice');
		if (data.agent && !known.agents.has(data.agent)) found.agents.add(data.agent);
	}
	return found;
}

/** Makes them with defaults, marked as discovered, in the site that the events belong to. */
export function createDiscovered({ queues, agents }: Discovered, siteId: string, now: number): InStatement[] {
	if (queues.size + agents.size === 0) return [];
	return [
		{
			sql: `INSERT INTO sites (id, name, time_zone, opening_hours, is_demo, created_at) VALUES (?, 'Marea', 'UTC', '[]', 0, ?) ON CONFLICT DO NOTHING`,
			args: [siteId, now]
		},
		...[...queues].map(([id, channel]) => ({
			sql: `INSERT INTO queues (id, site_id, name, channel, is_discovered, created_at) VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT DO NOTHING`,
			args: [id, siteId, id, channel, now]
		})),
		...[...agents].map((id) => ({
			sql: `INSERT INTO agents (id, site_id, name, is_discovered, created_at) VALUES (?, ?, ?, 1, ?) ON CONFLICT DO NOTHING`,
			args: [id, siteId, id, now]
		}))
	];
}
