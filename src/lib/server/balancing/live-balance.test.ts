import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { deliveries } from '../db/schema/index.ts';
import { addWebhook } from '../delivery/index.ts';
import { listCommands } from '../commands/index.ts';
import { acceptProposals } from './accept-proposals.ts';
import { askWhatIf } from './ask-what-if.ts';
import { dismissProposal } from './dismiss-proposal.ts';
import { listPromises } from './list-promises.ts';
import { proposeWhatIf } from './propose-what-if.ts';
import { readBoard } from './read-board.ts';
import { restoreProposal } from './restore-proposal.ts';
import { smallCentre, type SmallCentre } from './testing.ts';

const supervisor = actorWithRole('supervisor');
let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: SmallCentre;
const board = () => readBoard(centre.balance, supervisor);
const span = () => ({ fromMs: test.clock.at - 3_600_000, toMs: test.clock.at + 3_600_000 });

beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = Date.UTC(2026, 10, 24, 12);
	centre = await smallCentre(test.ctx);
});
afterEach(() => test.close());

describe('LiveBalance', () => {
	it('proposes named people with what that does, and keeps proposal and people while it pays', async () => {
		expect(board()).toMatchObject({ state: 'unknown', reasons: [{ kind: 'starting' }] });
		await centre.balance.look();
		const [first] = board().proposals;
		expect(first).toMatchObject({ from: 'calm', to: 'burning', origin: 'balancer' });
		for (const { agent, before, after } of first!.agents) {
			expect(Number(agent.slice(1))).toBeLessThan(8);
			expect(before).toEqual(['calm']);
			expect(after[0]).toBe('burning');
		}
		const burning = first!.effects.find(({ queue }) => queue === 'burning')!;
		expect(burning.after![0]).toBeGreaterThan(burning.before![0]);
		test.clock.at += 15_000;
		centre.tell('marea.contact.queued', { contact: 'new', queue: 'burning', channel: 'voice' });
		await centre.balance.look();
		const again = board().proposals.find(({ id }) => id === first!.id)!;
		expect(again.agents).toEqual(first!.agents);
		expect(again.asOfMs).toBe(test.clock.at);
	});

	it('lets go of whoever is not there any more', async () => {
		await centre.balance.look();
		const [first] = board().proposals;
		const gone = first!.agents[0]!.agent;
		centre.tell('marea.agent.state', { agent: gone, state: 'offline' });
		await centre.balance.look();
		for (const { agents } of board().proposals) expect(agents.map(({ agent }) => agent)).not.toContain(gone);
	});

	it('says why nothing can be said: a floor too small, and silence', async () => {
		for (let a = 3; a < 10; a++) centre.tell('marea.agent.state', { agent: `a${a}`, state: 'offline' });
		await centre.balance.look();
		expect(board()).toMatchObject({ state: 'unknown', reasons: [{ kind: 'small', serving: 3, least: 4 }], proposals: [] }); // prettier-ignore
		test.clock.at += 10 * 60_000;
		await centre.balance.look();
		expect(board()).toMatchObject({ state: 'unknown', reasons: [{ kind: 'silent' }] });
	});

	it('says that doing nothing is best where nobody could serve another queue', async () => {
		for (let a = 0; a < 8; a++) centre.tell('marea.agent.state', { agent: `a${a}`, state: 'offline' });
		for (const agent of ['b0', 'b1', 'b2']) centre.tell('marea.agent.state', { agent, state: 'available' });
		await centre.balance.look();
		expect(board().proposals).toEqual([]);
	});
});

describe('accepting', () => {
	it('asks for the moves as by hand: stored, audited, told to webhooks; and keeps what was promised', async () => {
		await addWebhook(test.ctx, actorWithRole('admin'), { name: 'acd', url: 'https://example.org/hook', topics: ['command'] }); // prettier-ignore
		await centre.balance.look();
		const [proposal] = board().proposals;
		const answer = await acceptProposals(centre, supervisor, { ids: [proposal!.id], reason: 'rush' });
		expect(answer.status).toBe('accepted');
		const asked = await listCommands(test.ctx, supervisor, { kind: 'agent.queues' });
		expect(new Map(asked.map(({ payload }) => [(payload as { agent: string }).agent, payload]))).toEqual(
			new Map(proposal!.agents.map(({ agent, after }) => [agent, { agent, queues: after }]))
		);
		expect(asked[0]).toMatchObject({ origin: 'balancer', reason: 'rush', requestedBy: supervisor.id });
		expect(await test.audited()).toEqual(expect.arrayContaining(['balance.accept', 'command.agent.queues']));
		const sent = await test.ctx.db.orm.select().from(deliveries);
		expect(sent).toHaveLength(asked.length);
		const promises = await listPromises(test.ctx, supervisor, span());
		expect(promises.map(({ queue }) => queue)).toEqual(['burning', 'calm']);
		expect(promises[0]).toMatchObject({
			outcome: 'open',
			measured: null,
			arrivals: asked.length,
			departures: 0
		});
		expect(promises[0]!.dueAt).toBe(proposal!.asOfMs + 30 * 60_000);
		// A second click finds it gone, and those who are on their way are not proposed again.
		expect(await acceptProposals(centre, supervisor, { ids: [proposal!.id] })).toEqual({ status: 'gone' });
		await centre.balance.look();
		const moved = new Set(proposal!.agents.map(({ agent }) => agent));
		for (const { agents } of board().proposals)
			for (const { agent } of agents) expect(moved).not.toContain(agent);
	});

	it('takes fewer or other people, and foresees anew what that does; refuses who cannot go', async () => {
		await centre.balance.look();
		const [proposal] = board().proposals;
		const other = proposal!.others[0]!;
		const ids = [proposal!.id];
		await expect(acceptProposals(centre, supervisor, { ids, agents: ['a9'], to: 'calm' })).rejects.toThrow(InvalidInputError); // prettier-ignore
		// Nothing was asked for, and the proposal stands on.
		expect(board().proposals.map(({ id }) => id)).toContain(proposal!.id);
		const answer = await acceptProposals(centre, supervisor, { ids, agents: [other] });
		expect(answer).toMatchObject({
			status: 'accepted',
			commands: [{ payload: { agent: other } }],
			rejected: []
		});
		expect(await listPromises(test.ctx, supervisor, span())).toMatchObject([
			{ origin: 'edited', queue: 'burning', arrivals: 1 },
			{ origin: 'edited', queue: 'calm' }
		]);
	});

	it('is the supervisor’s: others see nothing or act nothing', async () => {
		await centre.balance.look();
		const { id } = board().proposals[0]!;
		const [planner, agent] = [actorWithRole('planner'), actorWithRole('agent')];
		expect(readBoard(centre.balance, planner).proposals).toHaveLength(board().proposals.length);
		expect(() => readBoard(centre.balance, agent)).toThrow(ForbiddenError);
		await expect(listPromises(test.ctx, agent, span())).rejects.toThrow(ForbiddenError);
		await expect(askWhatIf(centre, agent, ['extra:burning:1'])).rejects.toThrow(ForbiddenError);
		for (const tried of [
			acceptProposals(centre, planner, { ids: [id] }),
			dismissProposal(centre, planner, 'P', { id }),
			restoreProposal(centre, planner, id),
			proposeWhatIf(centre, planner, ['move:calm:burning:1'])
		])
			await expect(tried).rejects.toThrow(ForbiddenError);
		expect(await listCommands(test.ctx, supervisor)).toEqual([]);
		expect(await test.audited()).toEqual([]);
	});
});

describe('putting aside', () => {
	it('is remembered: the same way is not proposed again for half an hour, unless it is taken back', async () => {
		await centre.balance.look();
		const [proposal] = board().proposals;
		expect(await dismissProposal(centre, supervisor, 'Sofía', { id: proposal!.id, reason: ' break soon ' })).toBe('dismissed'); // prettier-ignore
		expect(await dismissProposal(centre, supervisor, 'Sofía', { id: proposal!.id })).toBe('gone');
		await centre.balance.look();
		expect(board()).toMatchObject({ state: 'stay', proposals: [], dismissed: [{ byName: 'Sofía', reason: 'break soon' }] }); // prettier-ignore
		expect(await restoreProposal(centre, supervisor, proposal!.id)).toBe('restored');
		expect(board().proposals).toMatchObject([{ id: proposal!.id }]);
		expect(await restoreProposal(centre, supervisor, proposal!.id)).toBe('gone');
		expect(await test.audited()).toEqual(['balance.dismiss', 'balance.restore']);
	});
});

describe('what if', () => {
	it('shows both curves of the queues it touches, names the people, and changes nothing', async () => {
		const { queues, people, absent } = await askWhatIf(centre, supervisor, ['move:calm:burning:3', 'absent:burning:1', 'extra:burning:2']); // prettier-ignore
		expect(queues.map(({ queue, isTouched }) => [queue, isTouched])).toEqual([['calm', true], ['burning', true]]); // prettier-ignore
		expect(queues[1]!.moments).toHaveLength(12);
		expect(queues[1]!.lostAfter).toBeLessThan(queues[1]!.lostBefore);
		expect([people.length, absent.length]).toEqual([3, 1]);
		expect(await listCommands(test.ctx, supervisor)).toEqual([]);
		// From the same dice: nothing that is not changed differs.
		const same = await askWhatIf(centre, supervisor, ['extra:calm:5']);
		expect(same.queues.map(({ queue }) => queue)).toEqual(['calm']);
	});

	it('refuses more people than are there, an unknown queue, and what is no change', async () => {
		for (const [text, words] of [
			['move:calm:burning:9', '9 of queue "calm" to queue "burning", but 8'],
			['move:burning:calm:1', 'but 0 who serve it are at work and able'],
			['absent:nowhere:1', 'no queue "nowhere"'],
			['move:calm:calm:1', 'to itself'],
			['fly:calm:1', 'is no change']
		] as const)
			await expect(askWhatIf(centre, supervisor, [text])).rejects.toThrow(words);
	});

	it('becomes a proposal that stands whatever it saves, until somebody answers it', async () => {
		const proposal = await proposeWhatIf(centre, supervisor, ['move:calm:burning:1', 'extra:calm:1']);
		expect(proposal).toMatchObject({ origin: 'what-if', from: 'calm', to: 'burning', agents: [{ after: ['burning'] }] }); // prettier-ignore
		await centre.balance.look();
		expect(board().proposals.map(({ id }) => id)).toContain(proposal.id);
		const answer = await acceptProposals(centre, supervisor, { ids: [proposal.id] });
		expect(answer.status).toBe('accepted');
		await expect(proposeWhatIf(centre, supervisor, ['extra:calm:1'])).rejects.toThrow('nobody is moved');
	});
});
