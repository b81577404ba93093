import { error, fail } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import {
	listPublications,
	previewPublication,
	publishRoster,
	readRosterTrail,
	remindOfPublication,
	saveNoticeDays,
	takeBackRoster
} from '#lib/server/publishing/index.ts';
import { findRosterHead } from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { m } from '#lib/paraglide/messages.js';
import { refused } from '../../../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = locals.actor!;
	const { ctx } = runtime();
	const head = await findRosterHead(ctx, actor, params.id);
	if (!head) error(404, `There is no roster "${params.id}".`);
	const mayPublish = can(actor, 'roster.publish');
	const { result: _, ...roster } = head;
	const [publications, trail, preview] = await Promise.all([
		listPublications(ctx, actor, params.id),
		readRosterTrail(ctx, actor, params.id),
		mayPublish && head.status === 'draft' ? previewPublication(ctx, actor, params.id) : null
	]);
	return { roster, mayPublish, publications, trail, preview };
};

export const actions: Actions = {
	publish: async ({ locals, request, params }) => {
		const form = await request.formData();
		try {
			const latest = formText(form, 'latestVersion');
			const done = await publishRoster(runtime().ctx, locals.actor!, params.id, {
				note: formText(form, 'note'),
				reason: formText(form, 'reason'),
				...(latest !== '' && { latestVersion: Number(latest) })
			});
			switch (done.kind) {
				case 'published':
					return { affected: done.affected, told: done.told };
				case 'rules-broken':
					return fail(409, { message: m.publish_refused_rules({ count: done.count }) });
				case 'overtaken':
					return fail(409, { message: m.publish_refused_overtaken() });
				case 'already':
					return fail(409, { message: m.publish_refused_already() });
				case 'unknown':
					return fail(404, { message: m.publish_refused_unknown() });
			}
		} catch (problem) {
			return refused(problem);
		}
	},

	takeBack: async ({ locals, params }) => {
		try {
			const done = await takeBackRoster(runtime().ctx, locals.actor!, params.id);
			return done.kind === 'taken-back'
				? { takenBack: true, affected: done.affected }
				: fail(409, { message: m.publish_refused_not_published() });
		} catch (problem) {
			return refused(problem);
		}
	},

	remind: async ({ locals, request }) => {
		const form = await request.formData();
		try {
			const agentIds = form.getAll('agentIds').map(String);
			const done = await remindOfPublication(runtime().ctx, locals.actor!, {
				publicationId: formText(form, 'publicationId'),
				agentIds: agentIds.length === 0 ? null : agentIds
			});
			return done.kind === 'reminded' ? done : fail(404, { message: m.publish_refused_unknown() });
		} catch (problem) {
			return refused(problem);
		}
	},

	noticeDays: async ({ locals, request }) => {
		try {
			const days = Number(formText(await request.formData(), 'days'));
			return { days: await saveNoticeDays(runtime().ctx, locals.actor!, { days }) };
		} catch (problem) {
			return refused(problem);
		}
	}
};
