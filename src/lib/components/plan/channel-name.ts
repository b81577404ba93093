import { m } from '#lib/paraglide/messages.js';

/** A channel in the page's language; one that is not known stands as it came. */
export function channelName(channel: string): string {
	const names: Record<string, () => string> = {
		voice: m.plan_channel_voice,
		chat: m.plan_channel_chat,
		messaging: m.plan_channel_messaging,
		email: m.plan_channel_email,
		social: m.plan_channel_social
	};
	return names[channel]?.() ?? channel;
}
