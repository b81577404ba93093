import { describe, expect, it } from 'vitest';
import { SEED_CATALOGUE } from '#solver/coaching/index.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole } from '../access/testing.ts';
import { coachingGoals, coachingSessions, notices } from '../db/schema/index.ts';
import { cancelSession, undoCancel } from './cancel-session.ts';
import { saveCatalogue } from './catalogue.ts';
import { findSlots } from './find-slots.ts';
import { holdSession, undoHold } from './hold-session.ts';
import { listCoaches } from './list-coaches.ts';
import { listReserved, listSessions, readSession } from './list-sessions.ts';
import { moveSession } from './move-session.ts';
import { planSession, type SessionPlan } from './plan-session.ts';
import { readAgentDesk } from './read-agent-desk.ts';
import { readTeam } from './read-team.ts';
import {
	HOUR,
	DAY,
	MONDAY,
	supervisor,
	own,
	other,
	test,
	plan,
	planned,
	rosterOfMonday,
	runWithFinding,
	useSessionCentre
} from './testing-sessions.ts';

useSessionCentre();

describe('planSession()', () => {
	it('copies what it stands on, tells the agent, and leaves an audit', async () => {
		await runWithFinding();
		const id = await planned();
		const session = (await readSession(test.ctx, supervisor, id))!;
		expect(session).toMatchObject({
			state: 'planned',
			coachName: 'coach',
			agentName: 'ana',
			mainCase: { queue: 'q' }
		});
		expect(session.evidence.map(({ contactId }) => contactId)).toEqual(['c1', 'c2']);
		expect(session.expected[0]).toMatchObject({ metric: 'aht', then: 290 });
		expect(await test.ctx.db.orm.select().from(notices)).toMatchObject([
			{ userId: 'ana', kind: 'session.planned', href: `/coaching/sessions/${id}` }
		]);
		expect(await test.audited()).toEqual(['coaching.session.plan']);
	});

	it('refuses times that will not do, each with its reason', async () => {
		await rosterOfMonday(2);
		const reason = async (more: Partial<SessionPlan>) => {
			const made = await planSession(test.ctx, supervisor, plan(more));
			return made.kind === 'refused' ? made.reason : 'ok';
		};
		const at = (hour: number) => ({ startAt: MONDAY + hour * HOUR, endAt: MONDAY + (hour + 0.5) * HOUR });
		expect(await reason(at(7))).toBe('past');
		expect(await reason(at(10))).toBe('coverage');
		expect(await reason(at(12.25))).toBe('on-break');
		expect(await reason(at(18))).toBe('not-on-shift');
		expect(await reason({ ...at(15), agentId: 'cat' })).toBe('not-on-shift');
		expect(await reason(at(15))).toBe('ok');
		expect(await reason({ ...at(15.25), coachId: 'coach-2' })).toBe('agent-busy');
		expect(await reason({ ...at(15.25), agentId: 'ben' })).toBe('coach-busy');
		// Nobody is to spare while the first session lasts.
		expect(await reason({ ...at(15.25), agentId: 'ben', coachId: 'coach-2' })).toBe('coverage');
	});

	it('gives one of two the time when both plan at the same moment', async () => {
		const made = await Promise.all(
			['coach', 'coach-2'].map((coachId) => planSession(test.ctx, supervisor, plan({ coachId })))
		);
		expect(made.map(({ kind }) => kind).sort()).toEqual(['ok', 'refused']);
		expect(await test.ctx.db.orm.select().from(coachingSessions)).toHaveLength(1);
		expect(await test.audited()).toEqual(['coaching.session.plan']);
	});

	it('refuses input that names nobody, no coach, or no module of the catalogue', async () => {
		for (const more of [
			{ agentId: 'nobody' },
			{ coachId: 'ana' },
			{ moduleId: 'no-such' },
			{ endAt: MONDAY },
			{ metrics: [] }
		])
			await expect(planSession(test.ctx, supervisor, plan(more))).rejects.toThrow(InvalidInputError);
	});
});

describe('a session’s way', () => {
	it('is moved, cancelled, brought back, held, and taken back', async () => {
		await runWithFinding();
		const id = await planned();
		const state = async () => (await readSession(test.ctx, supervisor, id))!.state;
		const to = { startAt: MONDAY + 11 * HOUR, endAt: MONDAY + 12 * HOUR };
		expect(await moveSession(test.ctx, supervisor, id, to)).toEqual({ kind: 'ok' });
		expect(await cancelSession(test.ctx, supervisor, id)).toBe(true);
		expect(await state()).toBe('cancelled');
		expect(await cancelSession(test.ctx, supervisor, id)).toBe(false);
		expect(await moveSession(test.ctx, supervisor, id, to)).toEqual({
			kind: 'refused',
			reason: 'not-planned'
		});
		expect(await undoCancel(test.ctx, supervisor, id)).toBe(true);
		expect(await state()).toBe('planned');
		const held = {
			notes: 'We listened to two calls.',
			goals: [{ metric: 'aht' as const, target: 280, byDate: '2026-04-01' }]
		};
		expect(await holdSession(test.ctx, supervisor, id, held)).toEqual({ kind: 'ok' });
		const session = (await readSession(test.ctx, own, id))!;
		expect(session).toMatchObject({ state: 'held', notes: 'We listened to two calls.' });
		expect(session.goals).toMatchObject([
			{ metric: 'aht', from: 320, target: 280, state: 'open', current: null }
		]);
		expect(await holdSession(test.ctx, supervisor, id, held)).toMatchObject({ reason: 'not-planned' });
		expect(await undoHold(test.ctx, supervisor, id)).toBe(true);
		expect(await test.ctx.db.orm.select().from(coachingGoals)).toEqual([]);
		expect(await test.audited()).toEqual(
			['plan', 'move', 'cancel', 'uncancel', 'hold', 'unhold'].map((verb) => `coaching.session.${verb}`)
		);
	});

	it('refuses goals that can’t be judged or ask for nothing', async () => {
		await runWithFinding();
		const id = await planned();
		const hold = (goal: { metric: 'aht' | 'csat'; target: number; byDate: string }) =>
			holdSession(test.ctx, supervisor, id, { notes: 'x', goals: [goal] });
		expect(await hold({ metric: 'csat', target: 0.9, byDate: '2026-04-01' })).toMatchObject({
			reason: 'unmeasured'
		});
		expect(await hold({ metric: 'aht', target: 330, byDate: '2026-04-01' })).toMatchObject({
			reason: 'no-better'
		});
		expect(await hold({ metric: 'aht', target: 280, byDate: '2026-03-01' })).toMatchObject({
			reason: 'day-past'
		});
		expect((await readSession(test.ctx, supervisor, id))!.state).toBe('planned');
	});

	it('is missed a day after it should have been, and can be written up or moved still', async () => {
		const id = await planned();
		test.clock.at = MONDAY + 2 * DAY;
		expect((await readSession(test.ctx, supervisor, id))!.state).toBe('missed');
		expect(await listSessions(test.ctx, supervisor, { states: ['planned'] })).toEqual([]);
		const to = { startAt: MONDAY + 3 * DAY, endAt: MONDAY + 3 * DAY + HOUR };
		expect(await moveSession(test.ctx, supervisor, id, to)).toEqual({ kind: 'ok' });
		expect((await readSession(test.ctx, supervisor, id))!.state).toBe('planned');
		expect((await listCoaches(test.ctx, supervisor)).find((coach) => coach.id === 'coach')).toMatchObject({
			planned: 1,
			minutesNextWeek: 60,
			agents: 1,
			missed: 0
		});
	});
});

describe('who sees and does what', () => {
	it('shows an agent their own session, without peers’ contacts and without notes before it is held', async () => {
		await runWithFinding();
		const id = await planned();
		await test.ctx.db.orm.update(coachingSessions).set({ notes: 'draft' });
		const session = (await readSession(test.ctx, own, id))!;
		expect(session.notes).toBe('');
		expect(session.evidence.map(({ agentId }) => agentId)).toEqual(['ana']);
		expect(await listSessions(test.ctx, own, { agentId: 'ana' })).toHaveLength(1);
		await expect(readSession(test.ctx, other, id)).rejects.toThrow(ForbiddenError);
		await expect(listSessions(test.ctx, own, {})).rejects.toThrow(ForbiddenError);
		await expect(listSessions(test.ctx, other, { agentId: 'ana' })).rejects.toThrow(ForbiddenError);
	});

	it('gives planners reserved time and no more', async () => {
		const id = await planned();
		const planner = actorWithRole('planner');
		expect(await listReserved(test.ctx, planner, MONDAY, MONDAY + DAY)).toEqual([
			{ agentId: 'ana', startAt: MONDAY + 10 * HOUR, endAt: MONDAY + 10.5 * HOUR }
		]);
		await cancelSession(test.ctx, supervisor, id);
		expect(await listReserved(test.ctx, planner, MONDAY, MONDAY + DAY)).toEqual([]);
		await expect(readSession(test.ctx, planner, id)).rejects.toThrow(ForbiddenError);
	});

	it('refuses every verb to agents and planners', async () => {
		const id = await planned();
		const { ctx } = test;
		const to = { startAt: MONDAY + 11 * HOUR, endAt: MONDAY + 12 * HOUR };
		for (const actor of [own, actorWithRole('planner'), { ...supervisor, rights: ['coaching.view'] }]) {
			await expect(planSession(ctx, actor, plan())).rejects.toThrow(ForbiddenError);
			await expect(moveSession(ctx, actor, id, to)).rejects.toThrow(ForbiddenError);
			await expect(cancelSession(ctx, actor, id)).rejects.toThrow(ForbiddenError);
			await expect(undoCancel(ctx, actor, id)).rejects.toThrow(ForbiddenError);
			await expect(holdSession(ctx, actor, id, { notes: 'x', goals: [] })).rejects.toThrow(ForbiddenError);
			await expect(undoHold(ctx, actor, id)).rejects.toThrow(ForbiddenError);
			await expect(
				findSlots(ctx, actor, { agentId: 'ana', coachId: 'coach', minutes: 30, fromDate: '2026-03-02' })
			).rejects.toThrow(ForbiddenError);
			await expect(saveCatalogue(ctx, actor, { catalogue: SEED_CATALOGUE, version: 0 })).rejects.toThrow(
				ForbiddenError
			);
		}
		for (const actor of [own, actorWithRole('planner')]) {
			await expect(readTeam(ctx, actor)).rejects.toThrow(ForbiddenError);
			await expect(listCoaches(ctx, actor)).rejects.toThrow(ForbiddenError);
			await expect(readAgentDesk(ctx, actor, 'ana')).rejects.toThrow(ForbiddenError);
		}
		await expect(listReserved(ctx, own, MONDAY, MONDAY + DAY)).rejects.toThrow(ForbiddenError);
	});
});
