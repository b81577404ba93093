import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Role } from '#lib/contracts/terms.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { LiveAlerts } from '../alerts/index.ts';
import { serveAlerts } from './serve-alerts.ts';
import { fakeHub } from './testing.ts';

const current = vi.hoisted(() => ({ runtime: null as unknown }));
vi.mock('../runtime.ts', () => ({ runtime: () => current.runtime }));

let test: Awaited<ReturnType<typeof openTestContext>>;
let alerts: LiveAlerts;
beforeEach(async () => {
	test = await openTestContext();
	alerts = await LiveAlerts.open(test.ctx, { timeZone: 'UTC', locale: 'en' });
	current.runtime = { ctx: test.ctx, watch: { alerts } };
});
afterEach(() => test.close());

/** A hub with one socket, of somebody in this role. */
function connect(role: Role) {
	const { connect, rooms, sent, stop } = fakeHub(serveAlerts);
	const { ask } = connect(actorWithRole(role));
	return { join: () => ask('alerts:join'), rooms, sent, stop };
}

it('alerts:join is refused without the right, and nothing follows', async () => {
	const agent = connect('agent');
	expect(await agent.join()).toEqual({ ok: false, error: 'Following alerts needs the right "alerts.view".' });
	expect([agent.rooms.size, agent.sent]).toEqual([0, []]);
	agent.stop();
});

it('alerts:join answers the open alerts, and the room is told of changes until the hub is taken off', async () => {
	const supervisor = connect('supervisor');
	expect(await supervisor.join()).toEqual({ ok: true, open: [] });
	expect([...supervisor.rooms.keys()]).toEqual(['alerts']);
	await alerts.announce();
	expect(supervisor.sent).toEqual([['alerts', 'alerts:open', []]]);
	supervisor.stop();
	await alerts.announce();
	expect(supervisor.sent).toHaveLength(1);
});
