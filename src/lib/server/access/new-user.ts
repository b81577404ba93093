import { z } from 'zod';
import { isCommonPassword } from './common-password.ts';
import { agentIdField, emailField, passwordField, personNameField, roleField } from './fields.ts';
import { scopeField } from './scope-field.ts';
import { SCOPED_ROLES } from './scoped-roles.ts';

export const newUser = z
	.object({
		email: emailField,
		name: personNameField,
		role: roleField,
		password: passwordField,
		agentId: agentIdField,
		scope: scopeField
	})
	.refine(({ role, scope }) => scope === null || SCOPED_ROLES.includes(role), {
		path: ['scope'],
		error: 'only planners and supervisors are for a part of the centre'
	})
	.refine(({ email, name, password }) => !isCommonPassword(password, [email, name]), {
		path: ['password'],
		error: 'it is easily guessed; wanted several words, or a longer one'
	});
