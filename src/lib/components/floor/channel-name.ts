import type { IconName } from '#lib/components/shared/icons.ts';
import type { Channel } from '#lib/contracts/terms.ts';
import { m } from '#lib/paraglide/messages.js';

/** A channel in the reader's language. */
export const channelName = (channel: Channel): string =>
	({
		voice: m.floor_channel_voice,
		chat: m.floor_channel_chat,
		messaging: m.floor_channel_messaging,
		email: m.floor_channel_email,
		social: m.floor_channel_social
	})[channel]();

export const CHANNEL_ICON: Record<Channel, IconName> = {
	voice: 'phone',
	chat: 'chat',
	messaging: 'conversations',
	email: 'file',
	social: 'agents'
};
