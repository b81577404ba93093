import { toCsv } from '#lib/format/to-csv.ts';
import type { AdherenceDay } from './adherence-view.ts';

/** The day by person; unknown is an empty cell. */
export const adherenceCsv = ({ day, agents }: AdherenceDay): string =>
	toCsv(
		[
			'day',
			'agent',
			'name',
			'team',
			'adherence',
			'conformance',
			'scheduledSeconds',
			'adherentSeconds',
			'graceSeconds',
			'exceptionSeconds',
			'excusedSeconds',
			'unknownSeconds',
			'exceptions'
		],
		agents.map(({ agentId, name, team, adherence, conformance, seconds, exceptions }) => [
			day,
			agentId,
			name,
			team,
			rounded(adherence),
			rounded(conformance),
			...[
				seconds.scheduled,
				seconds.adherent,
				seconds.grace,
				seconds.exception,
				seconds.excused,
				seconds.unknown
			].map(Math.round),
			exceptions
		])
	);

const rounded = (value: number | null): number | null =>
	value === null ? null : Math.round(value * 10_000) / 10_000;
