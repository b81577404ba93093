import { beforeEach, expect, it, vi } from 'vitest';
import type { NeedsDelta } from '#lib/contracts/needs.ts';
import type { Role } from '#lib/contracts/terms.ts';
import { actorWithRole } from '../access/testing.ts';
import { serveNeeds } from './serve-needs.ts';
import { fakeHub } from './testing.ts';

const current = vi.hoisted(() => ({ runtime: null as unknown }));
vi.mock('../runtime.ts', () => ({ runtime: () => current.runtime }));

let tell: (delta: NeedsDelta) => void;
const snapshot = { seq: 1, rows: [] };
beforeEach(() => {
	current.runtime = {
		needs: {
			snapshot: () => snapshot,
			listen: (listener: typeof tell) => {
				tell = listener;
				return () => (tell = () => undefined);
			},
			onTick: () => () => undefined
		}
	};
});

/** A hub with one socket, of somebody in this role. */
function connect(role: Role) {
	const { connect, rooms, sent, stop } = fakeHub(serveNeeds);
	const { ask } = connect(actorWithRole(role));
	return { join: () => ask('needs:join'), rooms, sent, stop };
}

it('needs:join is refused without the right to see contacts, and nothing follows', async () => {
	const agent = connect('agent');
	expect(await agent.join()).toMatchObject({ ok: false, error: expect.stringContaining('"contacts.view"') });
	tell({ seq: 2 } as NeedsDelta);
	expect([agent.rooms.size, agent.sent]).toEqual([0, []]);
	agent.stop();
});

it('needs:join answers the list, and the room is told what changes until the hub is taken off', async () => {
	const supervisor = connect('supervisor');
	expect(await supervisor.join()).toEqual({ ok: true, needs: snapshot });
	tell({ seq: 2 } as NeedsDelta);
	expect(supervisor.sent).toEqual([['needs', 'needs:delta', { seq: 2 }]]);
	supervisor.stop();
	tell({ seq: 3 } as NeedsDelta);
	expect(supervisor.sent).toHaveLength(1);
});
