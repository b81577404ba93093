import { m } from '#lib/paraglide/messages.js';

export const topicName = (topic: 'alert' | 'command'): string =>
	topic === 'alert' ? m.hook_topic_alert() : m.hook_topic_command();
