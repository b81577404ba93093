export type MomentFault = 'malformed' | 'future' | 'before-log' | 'empty-log';

/** A moment that cannot be shown; `fault` lets a page say it in its reader's language. */
export class InvalidMoment extends Error {
	readonly status = 400;
	readonly fault: MomentFault;
	/** Where the kept log begins, when that is why. */
	readonly keptFromMs: number | null;

	constructor(message: string, fault: MomentFault, keptFromMs: number | null = null) {
		super(message);
		this.name = 'InvalidMoment';
		this.fault = fault;
		this.keptFromMs = keptFromMs;
	}
}

/** Reads an RFC 3339 instant with its offset. */
export function parseMoment(text: string): number {
	// A "+" that was not percent-encoded arrives as a space.
	const fixed = text.trim().replace(/ (\d{2}:\d{2})$/, '+$1');
	const ms = /^\d{4}-\d{2}-\d{2}T.*([Zz]|[+-]\d{2}:?\d{2})$/.test(fixed) ? Date.parse(fixed) : NaN;
	if (!Number.isFinite(ms))
		throw new InvalidMoment(
			`Reading a moment: "${text}" must be an RFC 3339 instant with its offset, such as 2026-11-28T10:15:00+01:00.`,
			'malformed'
		);
	return ms;
}
