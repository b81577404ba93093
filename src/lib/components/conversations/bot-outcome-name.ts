import type { BotFilter } from '#lib/contracts/conversations.ts';
import { m } from '#lib/paraglide/messages.js';

/** What came of the bot's part, in words. */
export const botOutcomeName = (outcome: BotFilter): string =>
	({
		any: m.conv_bot_any,
		none: m.conv_bot_none,
		active: m.conv_bot_active,
		resolved: m.conv_bot_resolved,
		escalated: m.conv_bot_escalated,
		left: m.conv_bot_left
	})[outcome]();
