import type { BotNumbers, FloorClock } from '#lib/contracts/live.ts';
import type { LiveState } from '../live-state.ts';
import { isLost } from '../lost-contact.ts';

/** Bot conversations that began today; contained = closed by the bot or left by the customer, with no person. */
export function botNumbers(state: LiveState, clock: FloorClock): BotNumbers {
	const nowMs = clock.wallMs + clock.offsetMs;
	const counts = { active: 0, sessions: 0, resolved: 0, escalated: 0, left: 0 };
	for (const { fold } of state.contacts.values()) {
		if (!fold.bot || fold.bot.startedAt < clock.dayStartMs || fold.bot.startedAt > nowMs + 60_000) continue;
		if (fold.bot.outcome === 'active' && isLost(fold, nowMs)) continue;
		counts.sessions++;
		counts[fold.bot.outcome]++;
	}
	const closed = counts.resolved + counts.escalated + counts.left;
	return {
		active: counts.active,
		sessions: counts.sessions,
		resolved: counts.resolved,
		escalated: counts.escalated,
		containment: closed > 0 ? (counts.resolved + counts.left) / closed : null
	};
}
