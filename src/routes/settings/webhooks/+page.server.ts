import {
	addWebhook,
	letterLanguage,
	listDeliveries,
	listWebhooks,
	removeWebhook,
	setLetterLanguage,
	testWebhook,
	updateWebhook,
	type WebhookInput
} from '#lib/server/delivery/index.ts';
import { can, formText } from '#lib/server/access/index.ts';
import { listAlertRules } from '#lib/server/alerts/index.ts';
import type { Actor } from '#lib/server/context.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../plan/refused.ts';
import { requireActor } from '../users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('marea:deliveries');
	const actor = requireActor(locals, 'settings.view');
	const { ctx } = runtime();
	const webhooks = await listWebhooks(ctx, actor);
	const asked = url.searchParams.get('remove');
	const rules = can(actor, 'alerts.view') ? await listAlertRules(ctx, actor) : [];
	return {
		webhooks,
		deliveries: (await listDeliveries(ctx, actor)).map(({ payload, ...delivery }) => ({
			...delivery,
			/** What it was about: a webhook's type, or a letter's subject. */
			about: about(payload)
		})),
		/** The one whose removal the address asks about. */
		removing: webhooks.find(({ id }) => id === asked) ?? null,
		language: await letterLanguage(ctx),
		recipients: rules.flatMap(({ name, emails }) => (emails.length > 0 ? [{ rule: name, emails }] : [])),
		mayManage: can(actor, 'settings.manage')
	};
};

function about(payload: unknown): string {
	const { type, subject } = payload as { type?: string; subject?: string };
	return type ?? subject ?? '';
}

type Event = Parameters<NonNullable<Actions[string]>>[0];

/** Does what the form asks for, and answers a refusal in the domain's words. */
const act =
	<Answer>(run: (actor: Actor, form: FormData) => Promise<Answer>) =>
	async ({ locals, request }: Event) => {
		const actor = requireActor(locals, 'settings.manage');
		try {
			return await run(actor, await request.formData());
		} catch (error) {
			return refused(error);
		}
	};

const readWebhook = (form: FormData): WebhookInput => ({
	name: formText(form, 'name'),
	url: formText(form, 'url'),
	topics: form.getAll('topics').map(String) as WebhookInput['topics'],
	isEnabled: formText(form, 'isEnabled') !== 'false'
});

export const actions: Actions = {
	add: act(async (actor, form) => {
		const webhook = readWebhook(form);
		const { secret } = await addWebhook(runtime().ctx, actor, webhook);
		return { added: { name: webhook.name, secret } };
	}),

	/** Also switches on and off. */
	save: act(async (actor, form) => {
		await updateWebhook(runtime().ctx, actor, formText(form, 'id'), readWebhook(form));
		return { saved: true };
	}),

	test: act(async (actor, form) => {
		await testWebhook(runtime().ctx, actor, formText(form, 'id'));
		return { tested: true };
	}),

	remove: act(async (actor, form) => {
		await removeWebhook(runtime().ctx, actor, formText(form, 'id'));
		return { removed: true };
	}),

	language: act(async (actor, form) => {
		const { ctx, watch } = runtime();
		watch.letters.locale = await setLetterLanguage(ctx, actor, formText(form, 'language'));
		return { saved: true };
	})
};
