import type { BotNumbers } from '#lib/contracts/live.ts';
import type { BotTallies } from '../fold/bot-tally.ts';
import { isLost } from '../lost-contact.ts';

export interface BotMoment {
	/** By the clock of their source. */
	nowMs: number;
	dayStartMs: number;
}

/** Bot conversations that began today; contained = closed by the bot or left by the customer, with no person. */
export function botNumbers(bots: BotTallies, { nowMs, dayStartMs }: BotMoment): BotNumbers {
	const untilMs = nowMs + 60_000;
	let active = 0;
	for (const fold of bots.active) {
		const { startedAt } = fold.bot!;
		if (startedAt >= dayStartMs && startedAt <= untilMs && !isLost(fold, nowMs)) active++;
	}
	const { resolved, escalated, left } = bots.sum(dayStartMs, untilMs);
	const closed = resolved + escalated + left;
	return {
		active,
		sessions: active + closed,
		resolved,
		escalated,
		containment: closed > 0 ? (resolved + left) / closed : null
	};
}
