export { findCalendarLink, makeCalendarLink, revokeCalendarLink } from './calendar-links.ts';
export { readCalendar } from './read-calendar.ts';
