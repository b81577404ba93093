import { z } from 'zod';
import { agentIdField, emailField, passwordField, personNameField, roleField } from './fields.ts';

export const newUser = z.object({
	email: emailField,
	name: personNameField,
	role: roleField,
	password: passwordField,
	agentId: agentIdField
});
