import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { ROLES, type Role } from '#lib/contracts/terms.ts';
import {
	createUser,
	formText,
	listUsers,
	newUser,
	PASSWORD_MAX_LENGTH,
	PASSWORD_MIN_LENGTH,
	passwordField,
	problemFields,
	removeUser,
	resetPassword,
	setRole
} from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';
import { requireActor } from './require-actor.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = requireActor(locals, 'users.manage');
	const users = await listUsers(runtime().ctx, actor);
	return {
		users,
		/** The user that the address opens for a change. */
		chosen: users.find((user) => user.id === url.searchParams.get('user')) ?? null,
		ownId: locals.user?.id ?? null,
		passwordMin: PASSWORD_MIN_LENGTH,
		passwordMax: PASSWORD_MAX_LENGTH
	};
};

const STATUS = { 'unknown-user': 404, 'last-admin': 409, 'unknown-agent': 400, 'email-taken': 409 } as const;
const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

export const actions: Actions = {
	add: async ({ locals, request }) => {
		const actor = requireActor(locals, 'users.manage');
		const form = await request.formData();
		const shown = {
			email: formText(form, 'email'),
			name: formText(form, 'name'),
			role: formText(form, 'role'),
			agentId: formText(form, 'agentId')
		};
		const input = { ...shown, role: shown.role as Role, password: formText(form, 'password') };
		const problems = problemFields(newUser, input);
		if (problems.length > 0) return fail(400, { act: 'add' as const, shown, problems });
		const made = await createUser(runtime().ctx, actor, input);
		if (made.status !== 'created')
			return fail(STATUS[made.status], { act: 'add' as const, shown, problems: [made.status] });
		return { act: 'add' as const, done: shown.email.trim().toLowerCase() };
	},

	role: async ({ locals, request }) => {
		const actor = requireActor(locals, 'users.manage');
		const form = await request.formData();
		const role = formText(form, 'role');
		if (!isRole(role)) return fail(400, { act: 'role' as const, problems: ['role'] });
		const { status } = await setRole(runtime().ctx, actor, {
			userId: formText(form, 'userId'),
			role,
			agentId: formText(form, 'agentId')
		});
		if (status !== 'changed') return fail(STATUS[status], { act: 'role' as const, problems: [status] });
		return { act: 'role' as const, done: formText(form, 'userName') };
	},

	reset: async ({ locals, request }) => {
		const actor = requireActor(locals, 'users.manage');
		const form = await request.formData();
		const password = formText(form, 'password');
		if (problemFields(z.object({ password: passwordField }), { password }).length > 0)
			return fail(400, { act: 'reset' as const, problems: ['password'] });
		const { status } = await resetPassword(runtime().ctx, actor, {
			userId: formText(form, 'userId'),
			password
		});
		if (status !== 'reset') return fail(STATUS[status], { act: 'reset' as const, problems: [status] });
		return { act: 'reset' as const, done: formText(form, 'userName') };
	},

	remove: async ({ locals, request }) => {
		const actor = requireActor(locals, 'users.manage');
		const form = await request.formData();
		const userId = formText(form, 'userId');
		const { status } = await removeUser(runtime().ctx, actor, { userId });
		if (status !== 'removed') return fail(STATUS[status], { act: 'remove' as const, problems: [status] });
		if (userId === locals.user?.id) redirect(303, '/sign-in');
		return { act: 'remove' as const, done: formText(form, 'userName') };
	}
};
