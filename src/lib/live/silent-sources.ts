import type { QueueRow, SourceRow } from '#lib/contracts/live.ts';

/** The sources that have gone silent: what they told may no longer be so. */
export const silentSources = (sources: readonly SourceRow[]): ReadonlySet<string> =>
	new Set(sources.flatMap(({ source, isSilent }) => (isSilent ? source : [])));

export const isUnknown = (queue: QueueRow, silent: ReadonlySet<string>): boolean =>
	queue.source !== null && silent.has(queue.source);
