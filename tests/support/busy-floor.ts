import type { IncomingEvent } from '#lib/contracts/events.ts';
import type { LiveState } from '#lib/server/live/index.ts';
import { seededRandom } from './seeded-random.ts';

export const QUEUES = 200;
export const AGENTS = 5_000;

export interface FloorSize {
	queues: number;
	agents: number;
}

const FULL: FloorSize = { queues: QUEUES, agents: AGENTS };

/** A set-up of 200 queues and 5,000 agents, or of another size. */
export function busyConfig(size = FULL): LiveState['config'] {
	return {
		site: { id: 'main', name: 'Busy', timeZone: 'UTC' },
		queues: Array.from({ length: size.queues }, (_, i) => ({
			id: `q${i}`,
			name: `q${i}`,
			channel: 'voice',
			skillId: null,
			variant: 'of-offered',
			serviceLevelShare: 0.8,
			thresholdSeconds: 20,
			shortAbandonSeconds: 5,
			concurrency: 1,
			isDemo: false,
			isDiscovered: false
		})),
		agents: Array.from({ length: size.agents }, (_, i) => ({
			id: `a${i}`,
			name: `a${i}`,
			team: null,
			skills: [],
			assigned: null,
			isDemo: false
		}))
	};
}

/** `count` events in order of time over `spanMs` up to `nowMs`: calls that wait, are answered or abandoned, and agents' states. */
export function busyFloor(count: number, nowMs: number, spanMs = 3_600_000, size = FULL): IncomingEvent[] {
	const random = seededRandom(42);
	const events: IncomingEvent[] = [];
	for (let c = 0; events.length < count; c++) {
		const contact = `c${c}`;
		const queue = `q${random(size.queues)}`;
		const agent = `a${random(size.agents)}`;
		let at = nowMs - Math.floor(spanMs * (1 - events.length / count));
		let n = 0;
		const push = (type: string, data: IncomingEvent['data']): void =>
			void events.push({
				source: 'busy',
				id: `${c}-${n++}`,
				type: `marea.${type}`,
				at: (at += random(60_000)),
				data
			});
		push('contact.started', { contact, channel: 'voice', customer: `k${c % 1000}` });
		push('contact.queued', { contact, queue });
		if (random(10) === 0) push('contact.abandoned', { contact, queue });
		else {
			push('contact.offered', { contact, queue, agent });
			push('contact.answered', { contact, queue, agent });
			push('agent.state', { agent, state: 'handling' });
			push('contact.ended', { contact, queue, agent });
			push('contact.wrapped', { contact, queue, agent });
			push('agent.state', { agent, state: 'available' });
		}
	}
	events.length = count;
	return events.sort((a, b) => a.at - b.at);
}
