/** What the search tells of itself while it runs. */
export type RunProgress = { seconds: number; objective: number; bound: number | null; gap: number | null };

/** A job's message as progress; null for any other text. */
export function runProgress(message: string | null): RunProgress | null {
	if (message === null) return null;
	try {
		const read = JSON.parse(message) as Partial<RunProgress>;
		if (typeof read.seconds !== 'number' || typeof read.objective !== 'number') return null;
		return {
			seconds: read.seconds,
			objective: read.objective,
			bound: read.bound ?? null,
			gap: read.gap ?? null
		};
	} catch {
		return null;
	}
}
