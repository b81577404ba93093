import { auditChoices, checkAudit, parseAuditQuery, readAudit } from '#lib/server/audit-trail/index.ts';
import { auditHead } from '#lib/server/audit/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../plan/refused.ts';
import { requireActor } from '../users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types';

const SHOWN = 50;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('settings:audit');
	const actor = requireActor(locals, 'audit.view');
	const { ctx, centre, sealer } = runtime();
	const query = parseAuditQuery(url.searchParams);
	const { timeZone } = centre.state.config.site;
	// What was done a moment ago is shown with its seal.
	await sealer.seal();
	const [rows, choices, head] = await Promise.all([
		readAudit(ctx, actor, { query, timeZone, limit: SHOWN + 1 }),
		auditChoices(ctx, actor),
		auditHead(ctx)
	]);
	return {
		query,
		rows: rows.slice(0, SHOWN),
		older: rows.length > SHOWN ? rows[SHOWN - 1]!.id : null,
		choices,
		head
	};
};

export const actions: Actions = {
	check: async ({ locals }) => {
		try {
			return await checkAudit(runtime().ctx, locals.actor!);
		} catch (thrown) {
			return refused(thrown);
		}
	}
};
