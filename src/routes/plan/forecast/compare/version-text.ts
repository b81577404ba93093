import type { VersionRef } from '#lib/server/forecasts/index.ts';

/** A version as the address names it: a forecast's id, with ":computed" for what the forecaster said. */
export const versionText = ({ forecastId, kind }: VersionRef): string =>
	kind === 'computed' ? `${forecastId}:computed` : forecastId;

/** What an address names; null for nothing. */
export function readVersion(text: string | null): VersionRef | null {
	if (!text) return null;
	const [forecastId, kind] = text.split(':') as [string, string | undefined];
	return { forecastId, kind: kind === 'computed' ? 'computed' : 'planned' };
}
