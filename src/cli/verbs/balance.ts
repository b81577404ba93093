import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { balanceFloor, floorLevers, type FloorAnswer } from '#solver/balancing/index.ts';
import { RefusedError, UsageError, type Io, type Verb } from '../verb.ts';

const lever = { id: z.string().min(1), queue: z.string(), cost: z.number().default(0), laterWorth: z.number().default(0) }; // prettier-ignore
const people = { agents: z.number(), pace: z.number().default(1) };
const time = z.strictObject({
	...{ ...lever, ...people, group: z.string().optional() },
	...{ seconds: z.number(), payWorth: z.number().default(0) }
});
const contacts = z.strictObject({
	...{ ...lever, contacts: z.number(), ahtSeconds: z.number(), successShare: z.number() }
});
/** What can be done besides moves, in the terms of `floorLevers`. */
const FACTS = z.strictObject({
	breaks: z
		.array(
			z.strictObject({
				...{ ...lever, ...people, group: z.string() },
				...{ startSeconds: z.number(), durationSeconds: z.number() },
				...{ earliestSeconds: z.number(), latestSeconds: z.number() }
			})
		)
		.optional(),
	overtime: z.array(time).optional(),
	timeOff: z.array(time).optional(),
	callbacks: z.array(contacts).optional(),
	handoffs: z.array(contacts).optional()
});

const STATE = z.strictObject({
	windowSeconds: z.number(),
	moveCost: z.number().optional(),
	mostMoves: z.number().optional(),
	queues: z.array(
		z.strictObject({
			id: z.string().min(1),
			waiting: z.number(),
			arrivals: z.number(),
			ahtSeconds: z.number(),
			patienceSeconds: z.number().nullable().optional(),
			thresholdSeconds: z.number(),
			targetShare: z.number().optional(),
			weight: z.number().optional(),
			fixed: z.number().optional()
		})
	),
	groups: z.array(
		z.strictObject({
			id: z.string().min(1),
			agents: z.number(),
			serving: z.string().nullable(),
			can: z.array(z.strictObject({ queue: z.string(), pace: z.number().default(1) })),
			moveCost: z.number().optional()
		})
	),
	levers: z
		.array(
			z.strictObject({
				id: z.string().min(1),
				most: z.number(),
				cost: z.number(),
				effects: z.array(z.strictObject({ queue: z.string(), agents: z.number() })),
				group: z.string().optional(),
				isMove: z.boolean().default(true)
			})
		)
		.optional(),
	facts: FACTS.optional()
});

const balance: Verb = {
	summary: 'says which agents should serve another queue, and what that does',
	usage: `Usage: marea balance STATE.json [--json]
  STATE.json ("-" reads standard input): {windowSeconds, moveCost?, mostMoves?,
    queues: [{id, waiting, arrivals, ahtSeconds, patienceSeconds?, thresholdSeconds, targetShare?, weight?, fixed?}],
    groups: [{id, agents, serving, can: [{queue, pace?}], moveCost?}],
    levers?: [{id, most, cost, effects: [{queue, agents}], group?, isMove?}],
    facts?: {breaks: [{id, queue, group, agents, startSeconds, durationSeconds, earliestSeconds, latestSeconds}],
      overtime: [{id, queue, agents, seconds, payWorth?, group?}], timeOff: (the same),
      callbacks: [{id, queue, contacts, ahtSeconds, successShare}], handoffs: (the same)}}
  arrivals are those expected within the window; moveCost is what moving one agent must save at the least, in contacts.
  A lever is something else that can be done up to \`most\` times (overtime, a break moved, a callback offered), each time
  adding effective agents to queues over the window. Facts are made levers: a break to the latest or earliest start that
  its window allows, people who could stay or go, contacts that take a call back or that a bot settles; each may have a
  cost, a pace of its people, and laterWorth: what an agent saves in the next window, the price of work put off.
  Exit code 0 with the moves, or with none where staying is best.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { json: { type: 'boolean', default: false } }
		});
		const [file, more] = positionals;
		if (!file) throw new UsageError('STATE.json is missing.');
		if (more) throw new UsageError(`"${more}" is one argument too many.`);
		const state = await readState(file, io);
		try {
			const { facts, levers = [], ...floor } = state;
			const others = facts ? floorLevers(floor.windowSeconds, facts) : [];
			const answer = balanceFloor({ ...floor, levers: [...levers, ...others] });
			io.out(values.json ? JSON.stringify(answer) : told(answer));
			return 0;
		} catch (error) {
			if (error instanceof RangeError) throw new RefusedError(error.message);
			throw error;
		}
	}
};
export default balance;

async function readState(file: string, io: Io): Promise<z.infer<typeof STATE>> {
	let text: string;
	try {
		text = file === '-' ? await io.stdin() : await readFile(file, 'utf8');
	} catch (error) {
		throw new RefusedError(`Reading "${file}": ${(error as Error).message}`);
	}
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new RefusedError(`Reading "${file}": not JSON: ${(error as Error).message}`);
	}
	const state = STATE.safeParse(value);
	if (state.success) return state.data;
	const [issue] = state.error.issues;
	throw new RefusedError(`Reading "${file}": ${issue!.path.join('.') || 'the state'}: ${issue!.message}`);
}

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(100 * share)} %`);

function told({ status, moves, levers, queues, gap }: FloorAnswer): string {
	if (moves.length + levers.length === 0) return 'Stay: no move is worth its cost.';
	const lines = moves.map(
		({ group, from, to, agents }) => `Move ${agents} of ${group} from ${from ?? 'outside'} to ${to}.`
	);
	for (const { id, times } of levers) lines.push(`Do ${times} × ${id}.`);
	for (const { id, staffBefore, staffAfter, inTargetBefore, inTargetAfter } of queues)
		if (staffBefore !== staffAfter)
			lines.push(`${id}: ${percent(inTargetBefore)} → ${percent(inTargetAfter)} in target.`);
	if (status === 'feasible') lines.push(`At most ${gap.toFixed(2)} contacts from the best possible.`);
	return lines.join('\n');
}
