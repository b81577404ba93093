/**
 * A coaching session goes planned → held → acknowledged. `missed`: its time passed and it was not held; it can be
 * planned anew. `cancelled` comes back with undo.
 */
export const SESSION_STATES = ['planned', 'held', 'acknowledged', 'missed', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** Of a goal: worked on, reached, not reached by its day, or taken back. */
export const GOAL_STATES = ['open', 'reached', 'lapsed', 'dropped'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

/** What somebody is told about coaching, quality and the own schedule. */
export const COACHING_NOTICES = [
	'session.planned',
	'session.moved',
	'session.cancelled',
	'session.held',
	'session.acknowledged',
	'comment.added',
	'kudos.given',
	'effect.measured',
	'evaluation.shared',
	'evaluation.disputed',
	'evaluation.answered',
	'schedule.changed',
	'schedule.published',
	'schedule.reminder',
	'leave.approved',
	'leave.declined',
	'leave.free',
	'swap.offered',
	'swap.accepted',
	'swap.done',
	'swap.declined',
	'swap.ended',
	'availability.approved',
	'availability.declined',
	'offer.made',
	'offer.withdrawn',
	'offer.accepted',
	'offer.taken-back'
] as const;
export type CoachingNotice = (typeof COACHING_NOTICES)[number];

/** A contact that shows a behaviour, or how it is done well, as it was chosen when the session was planned. */
export interface SessionEvidence {
	contactId: string;
	agentId: string;
	role: 'shows-it' | 'good-own' | 'good-peer';
	score: number;
	values: Record<string, number>;
}
