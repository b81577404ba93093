export { startCoaching, CoachingPeriod } from './start-coaching.ts';
export { findCoaching, type CoachingFound, type CoachingWork } from './coaching-work.ts';
export {
	readAgentCoaching,
	readCoaching,
	readCoachingTrend,
	type CoachingEstimate,
	type CoachingFinding,
	type CoachingRun,
	type CoachingView
} from './read-coaching.ts';
export { addPastContacts, hasPastContacts } from './add-past-contacts.ts';
export { planSession, SessionPlan, type PlannedSession } from './plan-session.ts';
export { findSlots, SlotQuestion } from './find-slots.ts';
export { moveSession, SessionMove, type MovedSession } from './move-session.ts';
export { cancelSession, undoCancel } from './cancel-session.ts';
export { HeldSession, holdSession, undoHold, type HeldResult } from './hold-session.ts';
export { listReserved, listSessions, readSession, type SessionFilter } from './list-sessions.ts';
export { stateAt } from './session-row.ts';
export type { CoachedSession, MeasuredSessions } from './measure-sessions.ts';
export {
	CatalogueInput,
	readCatalogue,
	readLearnedCatalogue,
	saveCatalogue,
	type SavedCatalogue,
	type StoredCatalogue
} from './catalogue.ts';
export { readTeam, type TeamFilter } from './read-team.ts';
export { listCoaches } from './list-coaches.ts';
export { readAgentDesk } from './read-agent-desk.ts';
export { momentsOf } from './moments-of.ts';
export { ownFeed } from './own-feed.ts';
export { ownSessions } from './own-sessions.ts';
export { acknowledgeSession, type Acknowledged } from './acknowledge-session.ts';
export { addComment } from './add-comment.ts';
export { removeComment, restoreComment } from './remove-comment.ts';
export { giveKudos } from './give-kudos.ts';
export { removeKudos, restoreKudos } from './remove-kudos.ts';
export { muteRecommendation, unmute } from './mute-recommendation.ts';
export { feedCsv } from './feed-csv.ts';
export { figureOver, readOwnDays } from './own-trend.ts';
