import { expect, it } from 'vitest';
import { RefusedError, UsageError, type Io } from '../verb.ts';
import balance from './balance.ts';

const STATE = {
	windowSeconds: 1800,
	queues: [
		{ id: 'billing', waiting: 0, arrivals: 30, ahtSeconds: 300, patienceSeconds: 180, thresholdSeconds: 20 },
		{ id: 'support', waiting: 9, arrivals: 40, ahtSeconds: 300, patienceSeconds: 180, thresholdSeconds: 20 }
	],
	groups: [
		{ id: 'both', agents: 9, serving: 'billing', can: [{ queue: 'billing' }, { queue: 'support' }] },
		{ id: 'support', agents: 6, serving: 'support', can: [{ queue: 'support' }] }
	]
};

async function run(args: string[], state: unknown): Promise<string> {
	let out = '';
	const io: Io = {
		out: (text) => void (out += text),
		err: () => undefined,
		stdin: async () => (typeof state === 'string' ? state : JSON.stringify(state))
	};
	expect(await balance.run(args, io)).toBe(0);
	return out;
}

it('marea balance names the moves and what they do', async () => {
	expect(JSON.parse(await run(['-', '--json'], STATE))).toMatchObject({
		status: 'optimal',
		gap: 0,
		moves: [{ group: 'both', from: 'billing', to: 'support' }]
	});
	expect(await run(['-'], STATE)).toMatch(
		/^Move \d of both from billing to support\.\nbilling: \d+ % → \d+ %/
	);
	expect(await run(['-'], { ...STATE, moveCost: 99 })).toBe('Stay: no move is worth its cost.');
});

it('marea balance pulls levers where they are cheaper than moves', async () => {
	const overtime = { id: 'overtime', most: 3, cost: 0.1, effects: [{ queue: 'support', agents: 1 }] };
	const told = await run(['-'], { ...STATE, moveCost: 99, levers: [overtime] });
	expect(told).toMatch(/^Do 3 × overtime\.\nsupport: \d+ % → \d+ % in target\.$/);
	const unknown = { ...overtime, effects: [{ queue: 'sales', agents: 1 }] };
	await expect(run(['-'], { ...STATE, levers: [unknown] })).rejects.toThrow(
		'queue of lever "overtime" "sales"'
	);
});

it('marea balance weighs breaks, stays, time off, calls back and bots beside moves, in one program', async () => {
	const pause = { startSeconds: 600, durationSeconds: 900, earliestSeconds: 600, latestSeconds: 2400 };
	const facts = {
		breaks: [{ id: 'eleven', queue: 'support', group: 'support', agents: 2, ...pause }],
		overtime: [{ id: 'late', queue: 'support', agents: 3, seconds: 1800, payWorth: 50 }],
		timeOff: [{ id: 'early', queue: 'billing', group: 'both', agents: 1, seconds: 1800, payWorth: 50 }],
		callbacks: [{ id: 'five', queue: 'support', contacts: 4, ahtSeconds: 300, successShare: 0.3 }],
		handoffs: [{ id: 'balance', queue: 'support', contacts: 2, ahtSeconds: 300, successShare: 0.4 }]
	};
	const { levers } = JSON.parse(await run(['-', '--json'], { ...STATE, moveCost: 99, facts }));
	// Nobody stays for what is not worth the pay; who is dear goes.
	expect(levers).toEqual(
		expect.arrayContaining([
			{ id: 'break later eleven', times: 2 },
			{ id: 'time off early', times: 1 },
			{ id: 'callback five', times: 4 },
			{ id: 'bot balance', times: 2 }
		])
	);
	expect(levers).toHaveLength(4);
	await expect(run(['-'], { ...STATE, facts: { callbacks: [{ id: 'c' }] } })).rejects.toThrow('facts.callbacks.0.queue'); // prettier-ignore
});

it('marea balance refuses what is no floor with the place and the value', async () => {
	const [billing, support] = STATE.queues;
	for (const [state, words] of [
		['{', 'not JSON'],
		[{ ...STATE, queues: [{ id: 'x' }] }, 'queues.0.waiting'],
		[{ ...STATE, queues: [{ ...billing, ahtSeconds: 0 }, support] }, 'ahtSeconds "0" must be'],
		[{ ...STATE, groups: [{ id: 'g', agents: 1, serving: 'sales', can: [] }] }, '"sales" must be']
	] as const) {
		const answer = run(['-'], state);
		await expect(answer).rejects.toThrow(RefusedError);
		await expect(answer).rejects.toThrow(words);
	}
	await expect(run([], STATE)).rejects.toThrow(UsageError);
	await expect(run(['nowhere.json'], STATE)).rejects.toThrow(RefusedError);
});
