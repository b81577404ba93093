import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoScenario } from './demo/demo-scenario.ts';
import { parseScenario } from './parse-scenario.ts';

const queue = { id: 'q', arrivals: { weeklyVolume: 100 }, ahtSeconds: 200 };
const agent = { id: 'a', skills: ['q'] };
const withQueue = (change: object) => ({ queues: [{ ...queue, ...change }], agents: [agent] });

describe('parseScenario()', () => {
	it('fills the smallest scenario in to the textbook one', () => {
		const { queues, agents } = parseScenario({ queues: [queue], agents: [{ ...agent, count: 3 }] });
		expect(queues[0]).toMatchObject({
			channel: 'voice',
			patienceSeconds: null,
			botShare: 0,
			acwSeconds: 0,
			skill: 'q'
		});
		expect(agents.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3']);
	});

	it('reads the golden scenario', () => {
		const file = new URL('../../tests/golden/simulation/scenario.json', import.meta.url);
		const { queues, agents } = parseScenario(JSON.parse(readFileSync(file, 'utf8')));
		expect(queues).toHaveLength(2);
		expect(agents).toHaveLength(8);
	});

	it('takes the end of a shift before its start as the next day', () => {
		const { agents } = parseScenario({
			queues: [queue],
			agents: [{ ...agent, shifts: [{ start: '22:00', end: '06:30' }] }]
		});
		expect(agents[0]!.shifts[0]).toMatchObject({ startSeconds: 79_200, endSeconds: 109_800 });
	});

	it.each([
		[null, /the scenario is null; wanted an object/],
		[{ queues: [], agents: [] }, /queues is \[\]; wanted at least one queue/],
		[withQueue({ ahtSeconds: -3 }), /queues\[0\]\.ahtSeconds is -3; wanted a number from 1/],
		[withQueue({ channel: 'fax' }), /queues\[0\]\.channel is "fax"; wanted one of voice, chat/],
		[withQueue({ ahtSecond: 4 }), /queues\[0\]\.ahtSecond is 4; wanted no such field/],
		[withQueue({ arrivals: { weeklyVolume: NaN } }), /weeklyVolume is null; wanted a number/],
		[
			withQueue({ arrivals: { weeklyVolume: 9, weekdayShape: [1, 2] } }),
			/wanted seven weights, Monday first/
		],
		[withQueue({ arrivals: { weeklyVolume: 9, intervalShape: [1, 1, 1, 1, 1, 1, 1] } }), /divides 1,440/],
		[withQueue({ acwSeconds: 300 }), /acwSeconds is 300; wanted less than ahtSeconds \(200\)/],
		[withQueue({ transferTo: ['z'] }), /transferTo is "z"; wanted the id of a queue/],
		[withQueue({ botShare: 0.5 }), /botShare is 0.5; wanted 0, or a bot for voice in "en"/],
		[{ queues: [queue, queue], agents: [] }, /queues\[1\]\.id is "q"; wanted an id used once/],
		[
			{ queues: [queue], agents: [{ ...agent, shifts: [{ start: '8am', end: '16:00' }] }] },
			/start is "8am"; wanted a time/
		]
	])('refuses %j by name, value and wish', (input, message) => {
		expect(() => parseScenario(input)).toThrow(message as RegExp);
	});
});

describe('demoScenario()', () => {
	it('has queues that agents can serve, ids used once and languages on both sides', () => {
		const { queues, agents, bots } = demoScenario();
		for (const { skill, language, id } of queues)
			expect(
				agents.filter(
					(one) => one.languages?.includes(language) && one.skills.some((has) => has.skill === skill)
				).length,
				id
			).toBeGreaterThan(5);
		expect(new Set(agents.map(({ id }) => id)).size).toBe(62);
		expect(new Set(agents.map(({ name }) => name)).size).toBe(62);
		expect(new Set(queues.map(({ language }) => language))).toEqual(new Set(['es', 'en']));
		expect(bots).toHaveLength(2);
	});
});
