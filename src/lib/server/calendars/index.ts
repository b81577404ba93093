export { findCalendarLink, makeCalendarLink, revokeCalendarLink } from './calendar-links.ts';
export { readCalendar } from './read-calendar.ts';
export { rosterCalendar } from './roster-calendar.ts';
