import { ACCESS } from './table/access.ts';
import { ALERTS } from './table/alerts.ts';
import { COACHING } from './table/coaching.ts';
import { CONTACTS } from './table/contacts.ts';
import { FLOOR } from './table/floor.ts';
import { PEOPLE } from './table/people.ts';
import { PLANNING } from './table/planning.ts';
import { QUALITY } from './table/quality.ts';
import { RECORD } from './table/record.ts';
import { REQUESTS } from './table/requests.ts';
import type { Expectation } from './table/expectation.ts';

export type { Expectation, Kind } from './table/expectation.ts';

/** Every verb that is told who acts, and what is expected of it. One that is missing here fails the test. */
export const TABLE: Record<string, Expectation> = {
	...ACCESS,
	...FLOOR,
	...CONTACTS,
	...ALERTS,
	...PEOPLE,
	...COACHING,
	...QUALITY,
	...PLANNING,
	...REQUESTS,
	...RECORD
};
