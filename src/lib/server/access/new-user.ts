import { z } from 'zod';
import { isCommonPassword } from './common-password.ts';
import {
	agentIdField,
	EASILY_GUESSED,
	emailField,
	passwordField,
	personNameField,
	roleField
} from './fields.ts';
import { scopeField } from './scope-field.ts';
import { SCOPE_FITS_ROLE } from './scoped-roles.ts';

export const newUser = z
	.object({
		email: emailField,
		name: personNameField,
		role: roleField,
		password: passwordField,
		agentId: agentIdField,
		scope: scopeField
	})
	.refine(...SCOPE_FITS_ROLE)
	.refine(({ email, name, password }) => !isCommonPassword(password, [email, name]), {
		path: ['password'],
		error: EASILY_GUESSED
	});
