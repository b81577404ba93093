export { contactChoices, type ContactChoices } from './contact-choices.ts';
export { contactsCsv } from './contacts-csv.ts';
export { findContact } from './find-contact.ts';
export { listPast } from './list-past.ts';
export { listContacts } from './list-contacts.ts';
export { listWaiting } from './list-waiting.ts';
export { parseContactQuery } from './parse-contact-query.ts';
export { InvalidQuery, parsePeriod } from './parse-period.ts';
