import {
	addAlertRule,
	AlertAnswer,
	alertPeople,
	AlertRuleInput,
	answerAlert,
	listAlertRules,
	listAlerts,
	removeAlertRule,
	updateAlertRule
} from '#lib/server/alerts/index.ts';
import { can, formText, scopeOf, seesQueue } from '#lib/server/access/index.ts';
import type { Actor } from '#lib/server/context.ts';
import { listWebhooks } from '#lib/server/delivery/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../plan/read-json.ts';
import { refused } from '../plan/refused.ts';
import { requireActor } from '../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const HISTORY_MS = 7 * 24 * 3_600_000;

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('marea:alerts');
	const actor = requireActor(locals, 'alerts.view');
	const { ctx, centre } = runtime();
	return {
		open: await listAlerts(ctx, actor, { openOnly: true }),
		history: await listAlerts(ctx, actor, { sinceMs: ctx.now() - HISTORY_MS, limit: 2_000 }),
		rules: await listAlertRules(ctx, actor),
		people: await alertPeople(ctx, actor),
		queues: centre.state.config.queues
			.filter(({ id }) => seesQueue(actor, id))
			.map(({ id, name }) => ({ id, name })),
		/** A rule for every queue is the whole centre's. */
		isWhole: scopeOf(actor) === null,
		webhooks: can(actor, 'settings.view') ? await listWebhooks(ctx, actor) : [],
		mayManage: can(actor, 'alerts.manage'),
		mayAnswer: can(actor, 'alerts.answer')
	};
};

type Event = Parameters<NonNullable<Actions[string]>>[0];

/** Does what the form asks for, and answers a refusal in the domain's words. */
const act =
	<Answer>(run: (actor: Actor, form: FormData) => Promise<Answer>) =>
	async ({ locals, request }: Event) => {
		const actor = requireActor(locals, 'alerts.view');
		try {
			return await run(actor, await request.formData());
		} catch (error) {
			return refused(error);
		}
	};

const readRule = (form: FormData) => readJson('Saving an alert rule', form, 'rule') as AlertRuleInput;

export const actions: Actions = {
	answer: act(async (actor, form) => {
		const { ctx, watch } = runtime();
		const answer = readJson('Answering an alert', form, 'answer') as AlertAnswer;
		await answerAlert(ctx, actor, formText(form, 'id'), answer);
		await watch.alerts.announce();
	}),

	/** A rule without an id is a new one. */
	save: act(async (actor, form) => {
		const { ctx, watch } = runtime();
		const id = formText(form, 'id');
		if (id === '') await addAlertRule(ctx, actor, readRule(form));
		else await updateAlertRule(ctx, actor, id, readRule(form));
		await watch.alerts.reload();
	}),

	remove: act(async (actor, form) => {
		const { ctx, watch } = runtime();
		const removed = await removeAlertRule(ctx, actor, formText(form, 'id'));
		await watch.alerts.reload();
		return { removed };
	})
};
