import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingEvent } from '#lib/contracts/events.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { Centre } from '../centre.ts';
import { SYSTEM } from '../context.ts';
import { PastFloors } from '../past/index.ts';
import { AlertWatch, type AlertChange } from './alert-watch.ts';
import type { AlertRuleInput } from './rule-input.ts';
import { tryAlertRule } from './try-alert-rule.ts';

const DAY = Date.parse('2026-11-20T00:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const RULE: AlertRuleInput = {
	name: 'Too many wait',
	metric: 'waiting',
	watchThreshold: 1,
	breachThreshold: 2,
	holdSeconds: 60,
	repeatSeconds: 600
};
const supervisor = actorWithRole('supervisor');

let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: Centre;
let past: PastFloors;
let n = 0;

/** A call that waits in a queue for so many minutes. */
function call(queue: string, minute: number, minutes: number): IncomingEvent[] {
	const contact = `c${n++}`;
	const event = (type: string, at: number): IncomingEvent => ({
		source: 'test',
		id: `${contact}-${type}`,
		type: `marea.contact.${type}`,
		at: DAY + at * MINUTE_MS,
		data: { contact, queue, channel: 'voice' }
	});
	return [event('queued', minute), event('abandoned', minute + minutes)];
}

beforeEach(async () => {
	test = await openTestContext();
	centre = await Centre.open(test.ctx, () => null);
	past = new PastFloors({ ctx: test.ctx, config: () => centre.state.config, score: () => null });
	await centre.ingest.accept(SYSTEM, [
		// Two at once for ten minutes, then three; soon again within the quiet time; later alone.
		...[call('a', 60, 20), call('a', 60, 20), call('a', 70, 10)].flat(),
		...[call('a', 84, 3), call('a', 84, 3)].flat(),
		...[call('b', 100, 30), call('b', 110, 2)].flat(),
		...[call('b', 1_438, 60), call('b', 1_438, 60)].flat()
	]);
	await centre.project();
});
afterEach(async () => {
	await centre.stop();
	test.close();
});
const tried = (rule: Partial<AlertRuleInput> = {}, atMs = DAY + 12 * HOUR_MS) =>
	tryAlertRule(test.ctx, supervisor, past, { rule: { ...RULE, ...rule } as AlertRuleInput, atMs });

describe('tryAlertRule()', () => {
	it('lists what it would have opened and closed, after its hold time and not within its quiet time', async () => {
		// A source that says nothing for two minutes is silent, and then waiting is unknown.
		const spoken = Array.from({ length: 1_440 }, (_, i) => ({
			source: 'test',
			id: `beat-${i}`,
			type: 'test.beat',
			at: DAY + i * MINUTE_MS,
			data: {}
		}));
		await centre.ingest.accept(SYSTEM, spoken);
		expect(await tried()).toEqual({
			fromMs: DAY,
			toMs: DAY + 24 * HOUR_MS - 1,
			alerts: [
				{
					queueId: 'a',
					severity: 'breach',
					worstValue: 3,
					openedAt: DAY + 61 * MINUTE_MS,
					closedAt: DAY + 81 * MINUTE_MS
				},
				{
					queueId: 'b',
					severity: 'watch',
					worstValue: 2,
					openedAt: DAY + 111 * MINUTE_MS,
					closedAt: DAY + 113 * MINUTE_MS
				},
				{ queueId: 'b', severity: 'watch', worstValue: 2, openedAt: DAY + 1_439 * MINUTE_MS, closedAt: null }
			],
			count: 3,
			breaches: 1,
			longestSeconds: 1_200
		});
		expect(await tried({ queueId: 'a' })).toMatchObject({ count: 1 });
		expect(await tried({ queueId: 'a', repeatSeconds: 0 })).toMatchObject({ count: 2 });
		expect(await tried({ holdSeconds: 3_600 })).toMatchObject({ count: 0, longestSeconds: null });
	});

	it('judges every five seconds as if each moment were the present', async () => {
		const rule = { id: 'trial', metric: 'oldestWait', watchThreshold: 90, breachThreshold: 300 } as const;
		const rest = { queueId: null, channel: null, aheadMinutes: null, holdSeconds: 45, repeatSeconds: 120 };
		const until = DAY + 3 * HOUR_MS;
		const watch = new AlertWatch();
		const changes: AlertChange[] = [];
		for (let at = DAY + HOUR_MS; at <= until; at += 5_000) {
			const { queues, sources } = await past.read(at);
			const { lastReceivedAt, isSilent } = sources[0]!;
			const silentSeconds = isSilent ? (at - lastReceivedAt!) / 1000 : null;
			const readings = queues.map((row) => ({ row, nowMs: at, silentSeconds, ahead: () => null }));
			changes.push(...watch.judge([{ ...rule, ...rest }], readings).map((change) => structuredClone(change)));
		}
		const opened = changes.flatMap(({ kind, alert }) => (kind === 'opened' ? alert.openedAt : []));
		const closed = changes.flatMap((change) => (change.kind === 'closed' ? change.at : []));
		expect(opened.length).toBeGreaterThan(0);
		const { alerts } = await tried({ ...rule, ...rest });
		const early = alerts.filter(({ openedAt }) => openedAt < until);
		expect(early.map(({ openedAt }) => openedAt)).toEqual(opened);
		expect(early.flatMap(({ closedAt }) => (closedAt !== null && closedAt < until ? closedAt : []))).toEqual(
			closed
		);
	});

	it('reports how far it has come, and stops when it is told to', async () => {
		const reported: number[] = [];
		const wanted = { rule: RULE, atMs: DAY };
		await tryAlertRule(test.ctx, supervisor, past, wanted, {
			report: (progress) => reported.push(progress)
		});
		expect(reported.length).toBeGreaterThan(10);
		expect(reported).toEqual(reported.toSorted((a, b) => a - b));
		const abort = new AbortController();
		const report = () => abort.abort();
		await expect(
			tryAlertRule(test.ctx, supervisor, past, wanted, { report, signal: abort.signal })
		).rejects.toThrow('aborted');
		// What was left on the way is not gone on from.
		expect((await past.read(DAY + 65 * MINUTE_MS)).site.waiting).toBe(2);
	});

	it('refuses a day outside the log, a rule that is none or on the future, and whoever may not manage alerts', async () => {
		await expect(tried({}, DAY - 48 * HOUR_MS)).rejects.toMatchObject({ fault: 'before-log' });
		await expect(tried({ watchThreshold: null, breachThreshold: null })).rejects.toMatchObject({
			status: 400
		});
		await expect(tried({ aheadMinutes: 15 })).rejects.toThrow('only rules on the present can be tried');
		await expect(
			tryAlertRule(test.ctx, actorWithRole('agent'), past, { rule: RULE, atMs: DAY })
		).rejects.toThrow('alerts.manage');
	});
});
