import { m } from '#lib/paraglide/messages.js';

/** The kind of a history file, as the page calls it. */
export function formatName(format: string): string {
	const names: Record<string, () => string> = {
		'two-column': m.history_format_two_column,
		marea: m.history_format_marea,
		'amazon-connect': m.history_format_connect,
		demo: m.plan_demo
	};
	return names[format]?.() ?? format;
}
