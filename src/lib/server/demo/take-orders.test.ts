import { afterEach, beforeEach, expect, it } from 'vitest';
import type { IncomingEvent } from '#lib/contracts/events.ts';
import { demoScenario, SimulatedCentre, type MareaEvent } from '#solver/simulation/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { Centre } from '../centre.ts';
import { LiveCommands } from '../commands/index.ts';
import { SYSTEM } from '../context.ts';
import { seedCentre } from './seed-centre.ts';
import { takeOrders } from './take-orders.ts';

/** Nine o'clock of a Tuesday in Madrid. */
const START_MS = Date.UTC(2026, 1, 10, 8);
const supervisor = actorWithRole('supervisor');
let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: Centre;
let commands: LiveCommands;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = START_MS;
	await seedCentre(test.ctx);
	centre = await Centre.open(test.ctx, () => null);
	commands = await LiveCommands.open(test.ctx, (events: IncomingEvent[]) =>
		centre.ingest.accept(SYSTEM, events)
	);
});
afterEach(async () => {
	await centre.stop();
	test.close();
});

const start = () => new SimulatedCentre(demoScenario(), { seed: 7, startMs: START_MS, messages: false });
const until = (simulated: SimulatedCentre, ms: number): MareaEvent[] => [...simulated.advance(ms)];

it('takeOrders() answers one to three seconds after a command, and a run begun anew comes to the same', async () => {
	const simulated = start();
	const stop = await takeOrders(test.ctx, centre, simulated, START_MS);
	const first = until(simulated, START_MS + 60_000);
	test.clock.at = START_MS + 60_000;
	const { id } = await commands.request(supervisor, {
		kind: 'queue.priority',
		payload: { queue: 'billing-es', priority: 9 }
	});
	const note = await commands.request(supervisor, {
		kind: 'note.leave',
		payload: { queue: 'billing-es', text: 'outage in the news' }
	});
	await centre.ingest.settled();
	const rest = until(simulated, START_MS + 120_000);
	stop();

	const answers = rest.filter(({ type }) => type.startsWith('marea.command.'));
	expect(answers.map(({ type, data }) => [type, data.command])).toEqual([['marea.command.confirmed', id]]);
	expect(note.state).toBe('confirmed');
	const after = Date.parse(answers[0]!.time) - test.clock.at;
	expect(after).toBeGreaterThanOrEqual(1_000);
	expect(after).toBeLessThan(3_100);

	const again = start();
	const stopAgain = await takeOrders(test.ctx, centre, again, START_MS);
	expect(until(again, START_MS + 120_000)).toEqual([...first, ...rest]);
	stopAgain();
});
