import { setTimeout } from 'node:timers/promises';
import { createRandom, type Random } from '#solver/numeric/random.ts';
import type { FormItem } from '#solver/quality/index.ts';
import { RIGHTS_OF_ROLE } from '#lib/contracts/rights.ts';
import { SYSTEM, type Actor, type Context } from '../context.ts';
import { users } from '../db/schema/index.ts';
import {
	answerDispute,
	disputeItem,
	drawSamples,
	listEvaluations,
	listForms,
	listQueue,
	readEvaluation,
	saveDraft,
	saveForm,
	shareEvaluation,
	startCalibration,
	type EvaluationListRow,
	type FormVersion,
	type QueueRow
} from '../quality/index.ts';
import { DEMO_FORM_NAME, demoForm } from './demo-form.ts';

const EVALUATIONS = 24;
const CALIBRATED = 5;
/** So that every agent has something to be drawn from. */
const ENOUGH_STAYS = 120;
/** The feed has told the day up to now once something ended so lately. */
const LATELY_MS = 10 * 60_000;
const LOOK_EVERY_MS = 1_000;

/**
 * The demo's evaluations: a form, a draw from the contacts of today once there are enough, some of them evaluated by the
 * demo's supervisor, one disputed and answered, and a calibration by two. By the same verbs as anybody. Once.
 */
export async function evaluateOnce(ctx: Context, agentId: string, signal: AbortSignal): Promise<void> {
	const [supervisor, admin] = await Promise.all([demoUser(ctx, 'supervisor'), demoUser(ctx, 'admin')]);
	if (!supervisor || !admin) return;
	if ((await listForms(ctx, admin)).length === 0)
		await saveForm(ctx, admin, { id: null, name: DEMO_FORM_NAME, body: demoForm(), basedOn: null });
	if ((await listQueue(ctx, admin)).lastDrawAt !== null) return;
	while (!(await hasEnough(ctx))) {
		await setTimeout(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
		if (signal.aborted) return;
	}
	await drawSamples(ctx, supervisor);
	const form = (await listForms(ctx, supervisor))[0]!;
	const random = createRandom(8).fork('demo evaluations');
	const { rows } = await listQueue(ctx, supervisor);
	const own = rows.filter((row) => row.agentId === agentId);
	const others = rows.filter((row) => row.agentId !== agentId && row.basis === 'random');
	const risky = rows.filter((row) => row.agentId !== agentId && row.basis === 'risk').slice(0, 3);
	for (const row of [...own.slice(0, 3), ...risky, ...others.slice(0, EVALUATIONS)]) {
		if (signal.aborted) return;
		await evaluate(ctx, supervisor, form, row, random);
	}
	await disputeTwo(ctx, supervisor, agentId);
	const calibrated = others.slice(EVALUATIONS, EVALUATIONS + CALIBRATED);
	if (calibrated.length === 0) return;
	const { id } = await startCalibration(ctx, supervisor, {
		name: 'Demo 1',
		formId: form.formId,
		contacts: calibrated
	});
	for (const [evaluator, lean] of [
		[supervisor, 0],
		[admin, -0.15]
	] as const)
		for (const row of calibrated)
			await evaluate(ctx, evaluator, form, row, random.fork(row.contactId), { lean, id });
}

/** An agent, the demo's own where it worked today, objects to two answers; the first objection is answered. */
async function disputeTwo(ctx: Context, supervisor: Actor, agentId: string): Promise<void> {
	const shared = (await listEvaluations(ctx, supervisor)).filter(({ state }) => state === 'shared');
	const own = shared.filter((row) => row.agentId === agentId);
	const theirs = own.length > 1 ? own : shared;
	// What is answered with "you are right" was below the best.
	const first = await findBelowBest(ctx, supervisor, theirs);
	const second = theirs.find((row) => row !== first);
	for (const row of [first, second]) {
		if (!row) continue;
		const isFirst = row === first;
		const disputed = await disputeItem(
			ctx,
			{ ...SYSTEM, agentId: row.agentId },
			{
				evaluationId: row.id,
				itemId: isFirst ? 'needs' : 'solved',
				reason: isFirst
					? 'Se lo resumí al cliente antes de seguir y me lo confirmó.'
					: 'El caso quedó abierto porque depende de otro equipo, y di una fecha.'
			}
		);
		if (isFirst && disputed.status === 'disputed')
			await answerDispute(ctx, supervisor, {
				disputeId: disputed.id,
				value: 4,
				answer: 'Tienes razón: el resumen está ahí. Lo he corregido.'
			});
	}
}

async function findBelowBest(
	ctx: Context,
	supervisor: Actor,
	rows: readonly EvaluationListRow[]
): Promise<EvaluationListRow | null> {
	for (const row of rows) {
		const value = (await readEvaluation(ctx, supervisor, row.id))?.evaluation.answers.needs?.value;
		if (typeof value === 'number' && value < 4) return row;
	}
	return null;
}

async function evaluate(
	ctx: Context,
	evaluator: Actor,
	form: FormVersion,
	{ contactId, agentId, risk, reasons }: QueueRow,
	random: Random,
	calibration: { id: string; lean: number } | null = null
): Promise<void> {
	// The graver what happened, the likelier that something went less well.
	const level = Math.max(0.35, 0.9 - 0.05 * risk) + (calibration?.lean ?? 0);
	const hadHold = reasons.some(({ kind }) => kind === 'long-hold');
	const valueOf = ({ id, top, allowNa, fail }: FormItem): number | 'na' => {
		const [chance, other] = [random.uniform(), random.uniform()];
		// Nobody in the demo is rude; the identity is forgotten now and then.
		if (fail === 'form') return allowNa ? (other < 0.5 ? 'na' : Number(chance < 0.92)) : 1;
		if (id === 'hold') return hadHold ? Number(chance < level) : 'na';
		if (allowNa && other < 0.3) return 'na';
		if (top === 1) return Number(chance < level + 0.05);
		return Math.max(0, Math.min(top, Math.round(top * (level + 0.3 * (chance - 0.5)))));
	};
	const answers = Object.fromEntries(
		form.body.sections
			.flatMap(({ items }) => items)
			.map((item) => [item.id, { value: valueOf(item), note: '' }] as const)
	);
	const { id } = await saveDraft(ctx, evaluator, {
		contactId,
		agentId,
		formId: form.formId,
		formVersion: form.version,
		calibrationId: calibration?.id ?? null,
		answers
	});
	await shareEvaluation(ctx, evaluator, id);
}

async function hasEnough({ db, now }: Context): Promise<boolean> {
	const { rows } = await db.client.execute(
		"SELECT count(*) AS n, max(handled_until) AS last FROM visits WHERE outcome = 'answered' AND handled_until IS NOT NULL"
	);
	return Number(rows[0]!.n) >= ENOUGH_STAYS && Number(rows[0]!.last) > now() - LATELY_MS;
}

async function demoUser({ db }: Context, role: 'supervisor' | 'admin'): Promise<Actor | null> {
	const rows = await db.orm.select().from(users);
	const row = rows.find((user) => user.isDemo && user.role === role);
	return row ? { id: `user:${row.id}`, role, agentId: row.agentId, rights: RIGHTS_OF_ROLE[role] } : null;
}
