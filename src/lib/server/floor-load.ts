import { error } from '@sveltejs/kit';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import { formatDateTime } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { can, requireRight } from './access/index.ts';
import type { Actor } from './context.ts';
import { InvalidMoment, parseMoment } from './past/index.ts';
import { runtime } from './runtime.ts';

/** What every live page starts from, so that it has numbers before its socket is open: now, or at the moment of ?at=. */
export async function floorLoad(actor: Actor | null, url: URL) {
	requireRight(actor, 'live.view');
	const { centre, ctx } = runtime();
	const { site, queues } = centre.state.config;
	const at = url.searchParams.get('at');
	return {
		snapshot: at === null ? centre.feed.snapshot(ctx.now()) : await pastSnapshot(at, site.timeZone),
		setUp: {
			timeZone: site.timeZone,
			/** The skill that each queue asks for. */
			skillOfQueue: Object.fromEntries(queues.flatMap(({ id, skillId }) => (skillId ? [[id, skillId]] : []))),
			mayViewContacts: can(actor, 'contacts.view'),
			mayAct: can(actor, 'live.act')
		}
	};
}

async function pastSnapshot(at: string, timeZone: string): Promise<FloorSnapshot> {
	const { centre, past } = runtime();
	try {
		const atMs = parseMoment(at);
		await centre.project();
		return await past.read(atMs);
	} catch (fault) {
		if (fault instanceof InvalidMoment) error(400, faultText(fault, at, timeZone));
		throw fault;
	}
}

function faultText({ fault, keptFromMs }: InvalidMoment, at: string, timeZone: string): string {
	if (fault === 'malformed') return m.past_fault_malformed({ at });
	if (fault === 'future') return m.past_fault_future();
	if (fault === 'empty-log' || keptFromMs === null) return m.past_fault_empty();
	return m.past_fault_before({ from: formatDateTime(keptFromMs, timeZone, { style: 'medium' }) });
}
