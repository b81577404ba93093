import { can, requireRight } from '#lib/server/access/index.ts';
import { listQueues, listSkills } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals }) => {
	requireRight(locals.actor, 'settings.view');
	const { ctx, centre, scorer } = runtime();
	const [queues, skills] = await Promise.all([listQueues(ctx), listSkills(ctx)]);
	return {
		queues: queues.length,
		discovered: queues.filter(({ isDiscovered }) => isDiscovered).length,
		skills: skills.length,
		moods: scorer.status(),
		agents: centre.state.config.agents.length,
		mayPrivacy: can(locals.actor!, 'privacy.manage'),
		mayUsers: can(locals.actor!, 'users.manage'),
		mayAudit: can(locals.actor!, 'audit.view'),
		mayHealth: can(locals.actor!, 'system.view'),
		mayKeys: can(locals.actor!, 'keys.manage'),
		mayKiosks: can(locals.actor!, 'kiosks.manage')
	};
};
