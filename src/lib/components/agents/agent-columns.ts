import type { Column } from '#lib/components/shared/column.ts';
import type { AgentRow } from '#lib/contracts/live.ts';
import { formatCount, formatDuration, formatPercent, UNKNOWN } from '#lib/format/index.ts';
import { ageSeconds } from '#lib/live/age-seconds.ts';
import { m } from '#lib/paraglide/messages.js';
import { stateName } from '../floor/state-name.ts';

/** The agents' columns as values and words. */
export function agentColumns(
	wallMs: () => number,
	adherenceOf: (agent: AgentRow) => 'in' | 'out' | 'free' | null
): Column<AgentRow>[] {
	const end = { align: 'end' } as const;
	return [
		{ id: 'name', label: m.agents_col_name(), value: (row) => row.name, fixed: true, width: '200px' },
		{ id: 'team', label: m.agents_col_team(), value: (row) => row.team, width: '120px' },
		{ id: 'state', label: m.agents_col_state(), value: (row) => stateName(row.state), width: '140px' },
		{
			id: 'time',
			label: m.agents_col_time(),
			value: (row) => ageSeconds(row.since, wallMs(), row.clockOffsetMs),
			format: (value) => formatDuration(value as number | null),
			width: '104px',
			...end
		},
		{
			id: 'adherence',
			label: m.agentfloor_adherence(),
			hint: m.agentfloor_adherence_hint(),
			value: adherenceOf,
			width: '72px'
		},
		{
			id: 'mood',
			label: m.agentfloor_col_mood(),
			hint: m.agentfloor_col_mood_hint(),
			value: ({ contacts }) => {
				const moods = contacts.flatMap(({ mood }) => mood ?? []);
				return moods.length > 0 ? Math.min(...moods) : null;
			},
			format: (value) =>
				value === null ? UNKNOWN : formatCount(value as number, { digits: 1, signed: true }),
			width: '72px',
			...end
		},
		{
			id: 'contacts',
			label: m.agents_col_contacts(),
			value: (row) => row.contacts.length,
			format: (value) => formatCount(value as number),
			width: '240px'
		},
		{
			id: 'occupancy',
			label: m.floor_occupancy(),
			hint: m.agents_occupancy_hint(),
			value: (row) => row.occupancy,
			format: (value) => formatPercent(value as number | null),
			width: '96px',
			...end
		},
		{
			id: 'skills',
			label: m.agents_col_skills(),
			value: (row) => row.skills.join(', '),
			sortable: false,
			width: '320px'
		}
	];
}
