import type { IncomingEvent } from '#lib/contracts/events.ts';
import type { LiveState } from '#lib/server/live/index.ts';
import { seededRandom } from './seeded-random.ts';

export const QUEUES = 200;
export const AGENTS = 5_000;

/** A set-up of 200 queues and 5,000 agents. */
export function busyConfig(): LiveState['config'] {
	return {
		site: { id: 'main', name: 'Busy', timeZone: 'UTC' },
		queues: Array.from({ length: QUEUES }, (_, i) => ({
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
		agents: Array.from({ length: AGENTS }, (_, i) => ({
			id: `a${i}`,
			name: `a${i}`,
			team: null,
			skills: [],
			isDemo: false
		}))
	};
}

/** `count` events in order of time over `spanMs` up to `nowMs`: calls that wait, are answered or abandoned, and agents' states. */
export function busyFloor(count: number, nowMs: number, spanMs = 3_600_000): IncomingEvent[] {
	const random = seededRandom(42);
	const events: IncomingEvent[] = [];
	for (let c = 0; events.length < count; c++) {
		const contact = `c${c}`;
		const queue = `q${random(QUEUES)}`;
		const agent = `a${random(AGENTS)}`;
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
