import { can, requireRight } from './access/index.ts';
import type { Actor } from './context.ts';
import { runtime } from './runtime.ts';

/** What every live page starts from, so that it has numbers before its socket is open. */
export function floorLoad(actor: Actor | null) {
	requireRight(actor, 'live.view');
	const { centre, ctx } = runtime();
	const { site, queues } = centre.state.config;
	return {
		snapshot: centre.feed.snapshot(ctx.now()),
		setUp: {
			timeZone: site.timeZone,
			/** The skill that each queue asks for. */
			skillOfQueue: Object.fromEntries(queues.flatMap(({ id, skillId }) => (skillId ? [[id, skillId]] : []))),
			mayViewContacts: can(actor, 'contacts.view'),
			mayAct: can(actor, 'live.act')
		}
	};
}
