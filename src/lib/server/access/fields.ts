import { z } from 'zod';
import { ROLES } from '#lib/contracts/terms.ts';
import { isCommonPassword } from './common-password.ts';

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;
export const EASILY_GUESSED = 'it is easily guessed; wanted several words, or a longer one';

export const emailField = z
	.string()
	.trim()
	.toLowerCase()
	.max(254)
	.pipe(z.email({ error: 'wanted an e-mail address' }));

export const personNameField = z
	.string()
	.trim()
	.min(1, { error: 'wanted a name' })
	.max(120, { error: 'wanted at most 120 characters' });

export const passwordField = z
	.string()
	.min(PASSWORD_MIN_LENGTH, { error: `wanted at least ${PASSWORD_MIN_LENGTH} characters` })
	.max(PASSWORD_MAX_LENGTH, { error: `wanted at most ${PASSWORD_MAX_LENGTH} characters` })
	.refine((password) => !isCommonPassword(password), {
		error: EASILY_GUESSED
	});

export const roleField = z.enum(ROLES, { error: `wanted one of ${ROLES.join(', ')}` });

export const agentIdField = z
	.string()
	.trim()
	.max(200)
	.nullish()
	.transform((id) => id || null);

export const timeZoneField = z.string().refine(isTimeZone, {
	error: 'wanted a time zone of the IANA list, such as Europe/Madrid'
});

function isTimeZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return zone !== '' && !/^[+-]/.test(zone);
	} catch {
		return false;
	}
}
