import { setImmediate } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import { pastContacts, type PastContact } from '#solver/simulation/index.ts';
import { addPastContacts, hasPastContacts } from '../coaching/index.ts';
import type { Context } from '../context.ts';
import { dayStart } from '../live/index.ts';
import { scenarioHere } from './scenario-here.ts';
import { siteOffset } from './site-offset.ts';

const WEEKS = 6;

/** Six weeks of what the demo's agents handled, up to yesterday, so that there is something to coach from. Once. */
export async function fillPerformance(ctx: Context, signal: AbortSignal): Promise<void> {
	if (await hasPastContacts(ctx)) return;
	const scenario = await scenarioHere(ctx);
	const { timeZone } = scenario.site;
	const today = dayStart(ctx.now(), timeZone);
	for (let week = WEEKS; week > 0; week--) {
		if (signal.aborted) return;
		const fromMs = addDays(new TZDate(today, timeZone), -7 * week).getTime();
		const contacts: PastContact[] = [];
		const drawn = pastContacts(scenario, {
			seed: 2026 + week,
			fromMs,
			days: 7,
			utcOffsetSecondsAt: siteOffset(timeZone)
		});
		for (const contact of drawn) if (contacts.push(contact) % 2_000 === 0) await setImmediate();
		await addPastContacts(ctx, contacts, timeZone, signal);
	}
}
