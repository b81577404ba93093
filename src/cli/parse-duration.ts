import { UsageError } from './verb.ts';

const UNIT_SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/**
 * Seconds of a duration as people write it: `240s`, `30m`, `1.5h`, `28d`, parts in falling order (`1h30m`),
 * or a bare number of seconds.
 *
 * @param flag the name shown in the message, such as `--aht`
 * @throws UsageError for anything else, a negative one included
 * @example parseDuration('30m', '--interval') === 1800
 */
export function parseDuration(text: string, flag: string): number {
	const trimmed = text.trim();
	if (/^\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
	const parts = /^(?:(\d+(?:\.\d+)?)d)?(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(
		trimmed
	);
	if (!parts || trimmed === '')
		throw new UsageError(
			`${flag} "${text}" is not a duration: write 240s, 30m, 1h30m, 28d or a number of seconds.`
		);
	const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = parts;
	return (
		Number(days) * UNIT_SECONDS.d +
		Number(hours) * UNIT_SECONDS.h +
		Number(minutes) * UNIT_SECONDS.m +
		Number(seconds) * UNIT_SECONDS.s
	);
}
