import { z } from 'zod';
import { emailField, passwordField, personNameField, timeZoneField } from './fields.ts';

/** What a new installation is asked for. */
export const firstRun = z.object({
	siteName: z
		.string()
		.trim()
		.min(1, { error: 'wanted a name' })
		.max(120, { error: 'wanted at most 120 characters' }),
	timeZone: timeZoneField,
	name: personNameField,
	email: emailField,
	password: passwordField
});
