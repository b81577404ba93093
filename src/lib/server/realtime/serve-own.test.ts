import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import { actorWithRole } from '../access/testing.ts';
import { serveOwn } from './serve-own.ts';
import { fakeHub } from './testing.ts';

const current = vi.hoisted(() => ({ runtime: null as unknown }));
vi.mock('../runtime.ts', () => ({ runtime: () => current.runtime }));

let hear: (events: LoggedEvent[]) => void;
beforeEach(() => {
	vi.useFakeTimers();
	const contacts = new Map([['c1', { fold: { handling: { agent: 'ana' } } }]]);
	current.runtime = {
		centre: {
			state: { contacts },
			ingest: { listen: (listener: typeof hear) => ((hear = listener), () => undefined) }
		}
	};
});
afterEach(() => vi.useRealTimers());

function connect(agentId: string | null) {
	const { connect, rooms, sent, stop } = fakeHub(serveOwn);
	const { ask } = connect({ ...actorWithRole('agent'), agentId });
	return { join: () => ask('own:join'), rooms, sent, stop };
}
const event = (data: object) => ({ type: 'marea.message', data }) as LoggedEvent;

it('own:join is refused for an account that belongs to no agent', async () => {
	const { join, rooms } = connect(null);
	expect(await join()).toMatchObject({ ok: false });
	expect(rooms.size).toBe(0);
});

it('tells the agent of words in a contact in hand, once for many', async () => {
	const { join, rooms, sent, stop } = connect('ana');
	expect(await join()).toEqual({ ok: true });
	expect([...rooms.keys()]).toEqual(['agent:ana']);
	// Ben is not there to hear.
	hear([
		event({ agent: 'ben' }),
		event({ contact: 'c1', text: 'a' }),
		event({ contact: 'c1', text: 'b' }),
		event({ contact: 'c2' })
	]);
	expect(sent).toEqual([]);
	vi.advanceTimersByTime(1_000);
	expect(sent).toEqual([['agent:ana', 'own:news', undefined]]);
	stop();
});
