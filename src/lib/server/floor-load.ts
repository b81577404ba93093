import { error } from '@sveltejs/kit';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import { formatDateTime } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { can, requireRight, scopeOf, seesQueue } from './access/index.ts';
import type { Actor, Scope } from './context.ts';
import { partOfSnapshot } from './live/index.ts';
import { InvalidMoment, parseMoment } from './past/index.ts';
import { runtime } from './runtime.ts';

/** What every live page starts from, so that it has numbers before its socket is open: now, or at the moment of ?at=. */
export async function floorLoad(actor: Actor | null, url: URL) {
	requireRight(actor, 'live.view');
	const { centre } = runtime();
	const { site, queues } = centre.state.config;
	const at = url.searchParams.get('at');
	return {
		snapshot:
			at === null ? presentSnapshot(scopeOf(actor)) : await pastSnapshot(at, site.timeZone, scopeOf(actor)),
		setUp: {
			timeZone: site.timeZone,
			/** The skill that each queue asks for. */
			skillOfQueue: Object.fromEntries(
				queues.flatMap(({ id, skillId }) => (skillId && seesQueue(actor, id) ? [[id, skillId]] : []))
			),
			mayViewContacts: can(actor, 'contacts.view'),
			mayAct: can(actor, 'live.act')
		}
	};
}

function presentSnapshot(scope: Scope | null): FloorSnapshot {
	const { centre, ctx } = runtime();
	const now = ctx.now();
	const whole = centre.feed.snapshot(now);
	return scope ? partOfSnapshot(whole, scope, centre.feed.siteOf(scope, now)) : whole;
}

async function pastSnapshot(at: string, timeZone: string, scope: Scope | null): Promise<FloorSnapshot> {
	const { centre, past } = runtime();
	try {
		const atMs = parseMoment(at);
		await centre.project();
		return await past.read(atMs, scope);
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
