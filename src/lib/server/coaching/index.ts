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
