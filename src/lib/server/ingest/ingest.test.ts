import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openTestContext } from '../access/testing.ts';
import { Centre } from '../centre.ts';
import { SYSTEM } from '../context.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: Centre;
beforeEach(async () => {
	test = await openTestContext();
	centre = await Centre.open(test.ctx, () => null);
});
afterEach(async () => {
	await centre.stop();
	test.close();
});

const queued = (id: string, queue = 'q') => ({
	...{ source: 's', id, type: 'marea.contact.queued', at: test.clock.at },
	data: { contact: id, queue, channel: 'voice' as const }
});
const waiting = (queue: string) => centre.state.queues.get(queue)?.waiting.size;

it('what the log has taken is folded and told although the folding failed and nothing more comes', async () => {
	await centre.ingest.accept(SYSTEM, [queued('1')]);
	const heard: string[] = [];
	centre.ingest.listen((events) => heard.push(...events.map(({ id }) => id)));
	const { client } = test.ctx.db;
	const { batch, execute } = client;
	let failures = 0;
	// Once the events are in the log, reading fails twice: the set-up of the new queue, and the first try to catch up.
	client.batch = async (...args) => {
		const answer = await batch.apply(client, args);
		client.execute = (() => {
			if (++failures === 2) client.execute = execute;
			return Promise.reject(new Error('SQLITE_IOERR'));
		}) as typeof execute;
		client.batch = batch;
		return answer;
	};
	await expect(centre.ingest.accept(SYSTEM, [queued('2', 'new')])).rejects.toThrow('SQLITE_IOERR');
	expect(waiting('new')).toBeUndefined();
	await vi.waitFor(() => expect(waiting('new')).toBe(1), { timeout: 5_000 });
	expect(failures).toBe(2);
	expect(heard).toEqual(['2']);
	// Sent again, as its source was told to.
	expect(await centre.ingest.accept(SYSTEM, [queued('2', 'new')])).toEqual({ accepted: 0, duplicates: 1 });
	expect(waiting('new')).toBe(1);
});

it('a listener that fails keeps the events from nobody else', async () => {
	const heard: string[] = [];
	centre.ingest.listen(() => {
		throw new Error('deaf');
	});
	centre.ingest.listen((events) => heard.push(...events.map(({ id }) => id)));
	expect(await centre.ingest.accept(SYSTEM, [queued('1')])).toEqual({ accepted: 1, duplicates: 0 });
	expect(heard).toEqual(['1']);
});
