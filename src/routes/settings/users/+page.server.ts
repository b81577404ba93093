import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { ROLES, type Role } from '#lib/contracts/terms.ts';
import {
	createUser,
	endSessions,
	formText,
	groupRoles,
	listPlaces,
	listUsers,
	listUserSessions,
	newUser,
	PASSWORD_MAX_LENGTH,
	PASSWORD_MIN_LENGTH,
	passwordField,
	problemFields,
	InvalidInputError,
	oidcSettings,
	removeUser,
	resetPassword,
	resetSecondFactor,
	secondFactorRoles,
	setGroupRoles,
	setRole,
	setSecondFactorRoles,
	type GroupRole
} from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';
import { readJson } from '../../plan/read-json.ts';
import { readScope } from './read-scope.ts';
import { requireActor } from './require-actor.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = requireActor(locals, 'users.manage');
	const { ctx } = runtime();
	const users = await listUsers(ctx, actor);
	const chosen = users.find((user) => user.id === url.searchParams.get('user')) ?? null;
	const provider = oidcSettings()?.name ?? null;
	return {
		users,
		/** The user that the address opens for a change. */
		chosen,
		sessions: chosen ? await listUserSessions(ctx, actor, chosen.id) : [],
		places: await listPlaces(ctx, actor),
		factorRoles: await secondFactorRoles(ctx),
		provider,
		groups: provider === null ? [] : await groupRoles(ctx),
		/** The mapping stands in the environment. */
		isFixed: Boolean(process.env.MAREA_OIDC_GROUPS),
		ownSessionId: locals.user?.sessionId ?? null,
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
			agentId: formText(form, 'agentId'),
			scope: readScope(form)
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
		let status;
		try {
			({ status } = await setRole(runtime().ctx, actor, {
				userId: formText(form, 'userId'),
				role,
				agentId: formText(form, 'agentId'),
				scope: readScope(form)
			}));
		} catch (problem) {
			if (!(problem instanceof InvalidInputError)) throw problem;
			return fail(400, { act: 'role' as const, problems: ['scope'] });
		}
		if (status !== 'changed') return fail(STATUS[status], { act: 'role' as const, problems: [status] });
		return { act: 'role' as const, done: formText(form, 'userName') };
	},

	reset: async ({ locals, request }) => {
		const actor = requireActor(locals, 'users.manage');
		const form = await request.formData();
		const password = formText(form, 'password');
		if (problemFields(z.object({ password: passwordField }), { password }).length > 0)
			return fail(400, { act: 'reset' as const, problems: ['password'] });
		let status;
		try {
			({ status } = await resetPassword(runtime().ctx, actor, {
				userId: formText(form, 'userId'),
				password
			}));
		} catch (problem) {
			// Easily guessed for this person.
			if (!(problem instanceof InvalidInputError)) throw problem;
			return fail(400, { act: 'reset' as const, problems: ['password'] });
		}
		if (status !== 'reset') return fail(STATUS[status], { act: 'reset' as const, problems: [status] });
		return { act: 'reset' as const, done: formText(form, 'userName') };
	},

	factor: async ({ locals, request }) => {
		const actor = requireActor(locals, 'users.manage');
		const form = await request.formData();
		await resetSecondFactor(runtime().ctx, actor, { userId: formText(form, 'userId') });
		return { act: 'factor' as const, done: formText(form, 'userName') };
	},

	/** One of a user's sessions by its id, or with none all of them. */
	end: async ({ locals, request }) => {
		const actor = requireActor(locals, 'users.manage');
		const form = await request.formData();
		const id = formText(form, 'id');
		await endSessions(runtime().ctx, actor, {
			userId: formText(form, 'userId'),
			...(id === '' ? {} : { sessionId: id })
		});
		return { act: 'end' as const, done: formText(form, 'userName') };
	},

	policy: async ({ locals, request }) => {
		const actor = requireActor(locals, 'users.manage');
		const roles = (await request.formData())
			.getAll('roles')
			.filter((role) => typeof role === 'string')
			.filter(isRole);
		await setSecondFactorRoles(runtime().ctx, actor, { roles });
		return { act: 'policy' as const, done: 'saved' };
	},

	groups: async ({ locals, request }) => {
		const actor = requireActor(locals, 'users.manage');
		try {
			const groups = readJson('Mapping groups to roles', await request.formData(), 'groups') as GroupRole[];
			await setGroupRoles(runtime().ctx, actor, groups);
			return { act: 'groups' as const, done: 'saved' };
		} catch (problem) {
			if (!(problem instanceof InvalidInputError)) throw problem;
			return fail(400, { act: 'groups' as const, problems: ['groups'] });
		}
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
