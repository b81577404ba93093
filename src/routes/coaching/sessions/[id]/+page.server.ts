import { error, fail } from '@sveltejs/kit';
import { localFields } from '#lib/format/index.ts';
import { can } from '#lib/server/access/index.ts';
import {
	cancelSession,
	holdSession,
	listCoaches,
	momentsOf,
	moveSession,
	readAgentDesk,
	readCatalogue,
	readSession,
	undoCancel,
	undoHold,
	type HeldSession,
	type SessionMove
} from '#lib/server/coaching/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../../../plan/read-json.ts';
import { refused } from '../../../plan/refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('marea:coaching-session');
	const actor = locals.actor!;
	const { ctx } = runtime();
	if (!can(actor, 'coaching.view') && !can(actor, 'coaching.own'))
		error(403, 'This page needs the right "coaching.view".');
	const session = await readSession(ctx, actor, params.id);
	if (!session) error(404, `There is no coaching session "${params.id}".`);
	const mayLead = can(actor, 'coaching.lead');
	const [catalogue, coaches, desk, moments] = await Promise.all([
		readCatalogue(ctx),
		mayLead ? listCoaches(ctx, actor) : [],
		can(actor, 'coaching.view') ? readAgentDesk(ctx, actor, session.agentId) : null,
		Promise.all(
			session.evidence.map(
				async ({ contactId, agentId }) =>
					[contactId, await momentsOf(ctx, contactId, session.cause, { agentId })] as const
			)
		)
	]);
	const now = ctx.now();
	return {
		session,
		coaches,
		/** Figures that a goal can be set in. */
		figures: (desk?.metrics ?? []).map(({ metric, reached, expected }) => ({ metric, reached, expected })),
		names: desk?.names ?? {},
		moments: Object.fromEntries(moments),
		behaviour: catalogue.catalogue.behaviours.find(({ cause }) => cause === session.cause) ?? null,
		module: catalogue.catalogue.modules.find(({ id }) => id === session.moduleId) ?? null,
		now,
		today: localFields(now, locals.site?.timeZone ?? 'UTC').day,
		ownId: locals.user?.id ?? null,
		isOwn: actor.agentId === session.agentId,
		mayView: can(actor, 'coaching.view'),
		mayOpen: can(actor, 'contacts.view'),
		mayLead
	};
};

const gone = () => fail(409, { message: 'It is not in that state any more. Load the page again.' });

export const actions: Actions = {
	move: async ({ locals, params, request }) => {
		try {
			const move = readJson('Moving a session', await request.formData(), 'move') as SessionMove;
			const made = await moveSession(runtime().ctx, locals.actor!, params.id, move);
			return { made: made.kind === 'ok' ? { kind: 'ok', id: params.id } : made };
		} catch (refusal) {
			return refused(refusal);
		}
	},

	cancel: async ({ locals, params }) => {
		try {
			return (await cancelSession(runtime().ctx, locals.actor!, params.id)) ? { done: true } : gone();
		} catch (refusal) {
			return refused(refusal);
		}
	},

	uncancel: async ({ locals, params }) => {
		try {
			return (await undoCancel(runtime().ctx, locals.actor!, params.id)) ? { done: true } : gone();
		} catch (refusal) {
			return refused(refusal);
		}
	},

	hold: async ({ locals, params, request }) => {
		try {
			const held = readJson('Holding a session', await request.formData(), 'held') as HeldSession;
			return { held: await holdSession(runtime().ctx, locals.actor!, params.id, held) };
		} catch (refusal) {
			return refused(refusal);
		}
	},

	unhold: async ({ locals, params }) => {
		try {
			return (await undoHold(runtime().ctx, locals.actor!, params.id)) ? { done: true } : gone();
		} catch (refusal) {
			return refused(refusal);
		}
	}
};
