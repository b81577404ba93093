import { beforeAll, describe, expect, it } from 'vitest';
import { demoScenario } from './demo/demo-scenario.ts';
import type { MareaEvent } from './event.ts';
import { measureFloor } from './measure-floor.ts';
import { runFloor } from './floor/run-floor.ts';
import { simulate } from './simulate.ts';

const DAY_MS = 86_400_000;
/** Midnight in Madrid, a Tuesday. */
const START_MS = Date.UTC(2026, 1, 9, 23);

describe('simulate() of a day of the demo', () => {
	let events: MareaEvent[] = [];
	beforeAll(() => {
		events = [...simulate(demoScenario(), { seed: 3, startMs: START_MS, endMs: START_MS + DAY_MS })];
	});

	it('gives CloudEvents with ids used once', () => {
		expect(events.length).toBeGreaterThan(40_000);
		expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
		expect(events[0]).toMatchObject({
			specversion: '1.0',
			source: 'marea-demo',
			datacontenttype: 'application/json'
		});
		for (const { time } of events.slice(0, 100))
			expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
	});

	it('names queue, channel, customer, language and intent on every event of a contact', () => {
		const fields = ['contact', 'queue', 'channel', 'customer', 'language', 'intent'] as const;
		const ofContacts = events.filter(({ type }) => type !== 'marea.agent.state');
		expect(ofContacts.length).toBeGreaterThan(30_000);
		expect(ofContacts.find(({ data }) => fields.some((field) => !data[field]))).toBeUndefined();
	});

	it('never says NaN, undefined or an unfilled slot', () => {
		const text = JSON.stringify(events);
		expect(text).not.toMatch(/NaN|undefined|Infinity|null|\{\w+\}/);
	});

	it('speaks both languages, with customers, agents and bots', () => {
		const said = events.filter(({ type }) => type === 'marea.message').map(({ data }) => data);
		for (const language of ['en', 'es'])
			for (const party of ['customer', 'agent', 'bot'])
				expect(said.filter((one) => one.language === language && one.party === party).length).toBeGreaterThan(
					500
				);
	});

	it('has contacts on every channel and in every hour, and scores from 1 to 5', () => {
		const started = events.filter(({ type }) => type === 'marea.contact.started');
		expect(new Set(started.map(({ data }) => data.channel))).toEqual(
			new Set(['voice', 'chat', 'messaging', 'email'])
		);
		const hours = new Set(started.map(({ time }) => new Date(time).getUTCHours()));
		expect(hours.size).toBe(24);
		const scores = new Set(
			events.filter(({ type }) => type === 'marea.survey').map(({ data }) => data.score)
		);
		expect([...scores].sort()).toEqual([1, 2, 3, 4, 5]);
	});

	it('does not share an id with the run of another day or another seed', () => {
		const ids = new Set(events.map(({ id }) => id));
		const contacts = new Set(events.map(({ data }) => data.contact));
		for (const [seed, startMs] of [
			[3, START_MS + DAY_MS],
			[4, START_MS]
		] as const)
			for (const { id, data } of simulate(demoScenario(), { seed, startMs, endMs: startMs + DAY_MS / 12 })) {
				expect(ids.has(id)).toBe(false);
				if (data.contact) expect(contacts.has(data.contact)).toBe(false);
			}
	});
});

describe('the demo floor over a week', () => {
	it('is lively and not absurd: 65 to 90 % in all, no queue lost, nobody idle all day', () => {
		const scenario = demoScenario();
		const endMs = START_MS + 7 * DAY_MS;
		const run = { seed: 5, startMs: START_MS, endMs, messages: false };
		const { queues, total } = measureFloor(scenario, runFloor(scenario, run), START_MS, endMs);
		expect(total.serviceLevel).toBeGreaterThan(0.65);
		expect(total.serviceLevel).toBeLessThan(0.9);
		expect(total.abandoned / total.offered).toBeLessThan(0.15);
		expect(total.occupancy).toBeGreaterThan(0.5);
		expect(total.occupancy).toBeLessThan(0.9);
		for (const [id, { serviceLevel }] of Object.entries(queues))
			expect(serviceLevel, id).toBeGreaterThan(0.45);
	});
});
