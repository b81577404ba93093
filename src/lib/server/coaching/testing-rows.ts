import type { coachingSessions } from '../db/schema/index.ts';

type Row = typeof coachingSessions.$inferInsert;

/** A session of half an hour with a drill, as tests need one. */
export const sessionRow = (own: Pick<Row, 'id' | 'agentId' | 'state' | 'startAt'> & Partial<Row>): Row => ({
	coachId: null,
	cause: 'holding',
	moduleId: 'search-drill',
	metrics: ['hold'],
	expected: [],
	evidence: [],
	endAt: own.startAt + 1_800_000,
	createdBy: 'system',
	createdAt: 1,
	changedAt: 1,
	...own
});
