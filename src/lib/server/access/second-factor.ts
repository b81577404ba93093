import { randomBytes, randomInt } from 'node:crypto';
import { and, eq, isNull, or, lt } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit, recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { recoveryCodes, secondFactors, sites } from '../db/schema/index.ts';
import { hashKey } from './hash-key.ts';
import { factorOf } from './means.ts';
import { ownUser } from './own-user.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';
import { seal, unseal } from './seal.ts';
import { base32, totpStep, totpUri } from './totp.ts';
import { verifyOwnPassword } from './verify-own-password.ts';

const SECRET_BYTES = 20;
const CODES = 10;
/** Without letters that are taken for others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const codeField = z
	.string()
	.transform((text) => text.replace(/\s/g, ''))
	.pipe(z.string().regex(/^\d{6}$/, 'wanted the six digits that the app shows'));

export interface NewFactor {
	/** To be typed where no camera is at hand. */
	secret: string;
	/** The QR code, drawn. */
	svg: string;
}

/** Makes a secret for the actor's own authenticator app. It counts once a code of it was given; until then the old one does. */
export async function beginSecondFactor(
	ctx: Context,
	actor: Actor
): Promise<NewFactor | { status: 'already' }> {
	const user = await ownUser(ctx, actor);
	const { orm } = ctx.db;
	const [known] = await orm.select().from(secondFactors).where(eq(secondFactors.userId, user.id));
	if (known && known.confirmedAt !== null) return { status: 'already' };
	const [site] = await orm.select().from(sites);
	// A page that is loaded twice shows the same code.
	const secret = known ? await unseal(ctx, known.secret) : randomBytes(SECRET_BYTES);
	if (!known)
		await orm
			.insert(secondFactors)
			.values({ userId: user.id, secret: await seal(ctx, secret) })
			.onConflictDoNothing();
	const { renderSVG } = await import('uqr');
	const uri = totpUri(secret, site?.name ?? 'Marea', user.email);
	return { secret: base32(secret).replace(/(.{4})(?=.)/g, '$1 '), svg: renderSVG(uri, { border: 2 }) };
}

/** Puts it in force once the app has shown a code. The recovery codes are in the answer and nowhere else. */
export async function confirmSecondFactor(
	ctx: Context,
	actor: Actor,
	input: { code: string }
): Promise<{ status: 'confirmed'; recoveryCodes: string[] } | { status: 'wrong-code' | 'not-begun' }> {
	const user = await ownUser(ctx, actor);
	const { code } = parseInput('Setting up a second factor', z.object({ code: codeField }), input);
	const { orm } = ctx.db;
	const own = and(eq(secondFactors.userId, user.id), isNull(secondFactors.confirmedAt));
	const [row] = await orm.select().from(secondFactors).where(own);
	if (!row) return { status: 'not-begun' };
	const step = totpStep(await unseal(ctx, row.secret), code, ctx.now(), null);
	if (step === null) return { status: 'wrong-code' };
	const codes = Array.from({ length: CODES }, newCode);
	await orm.batch([
		orm.update(secondFactors).set({ confirmedAt: ctx.now(), lastStep: step }).where(own),
		recordAuditIfChanged(ctx, actor, { action: 'user.second-factor', subject: `user:${user.id}` }),
		orm.delete(recoveryCodes).where(eq(recoveryCodes.userId, user.id)),
		orm.insert(recoveryCodes).values(codes.map((one) => ({ userId: user.id, hash: hashCode(user.id, one) })))
	]);
	return { status: 'confirmed', recoveryCodes: codes };
}

const letters = (count: number): string =>
	Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');
const newCode = (): string => [4, 4, 4, 4].map(letters).join('-');
/** Of 79 random bits, and of the account: one quick hash is enough. */
const hashCode = (userId: string, code: string): string => hashKey(`${userId}\n${code.replaceAll('-', '')}`);

/** Takes the actor's own second factor away; the password is asked for again. */
export async function removeSecondFactor(
	ctx: Context,
	actor: Actor,
	input: { password: string }
): Promise<{ status: 'removed' | 'wrong-password' | 'none' }> {
	const user = await ownUser(ctx, actor);
	if (!(await verifyOwnPassword(ctx, user.id, input.password))) return { status: 'wrong-password' };
	return { status: (await remove(ctx, actor, user.id)) ? 'removed' : 'none' };
}

/** Takes somebody's second factor away who has lost it: they sign in with the password, and set up another. */
export async function resetSecondFactor(
	ctx: Context,
	actor: Actor,
	input: { userId: string }
): Promise<{ status: 'removed' | 'none' }> {
	requireRight(actor, 'users.manage');
	const { userId } = parseInput('Resetting a second factor', z.object({ userId: z.string().min(1) }), input);
	return { status: (await remove(ctx, actor, userId)) ? 'removed' : 'none' };
}

async function remove(ctx: Context, actor: Actor, userId: string): Promise<boolean> {
	const { orm } = ctx.db;
	const [removed] = await orm.batch([
		orm.delete(secondFactors).where(eq(secondFactors.userId, userId)),
		recordAuditIfChanged(ctx, actor, { action: 'user.second-factor-reset', subject: `user:${userId}` }),
		orm.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
	]);
	return removed.rowsAffected > 0;
}

/** How a code was right: of the app, or one of the recovery codes, which is used up by it; null for a wrong one. */
export async function checkSecondFactor(
	ctx: Context,
	userId: string,
	given: string
): Promise<'second-factor' | 'recovery-code' | null> {
	const { orm } = ctx.db;
	const code = given.replace(/[\s-]/g, '').toLowerCase().slice(0, 20);
	const row = await factorOf(ctx, userId);
	if (!row) return null;
	const step = totpStep(await unseal(ctx, row.secret), code, ctx.now(), row.lastStep);
	if (step !== null) {
		// Of two who use the same code at once, one is let in.
		const taken = await orm
			.update(secondFactors)
			.set({ lastStep: step })
			.where(
				and(
					eq(secondFactors.userId, userId),
					or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step))
				)
			);
		return taken.rowsAffected > 0 ? 'second-factor' : null;
	}
	const used = await orm
		.update(recoveryCodes)
		.set({ usedAt: ctx.now() })
		.where(
			and(
				eq(recoveryCodes.userId, userId),
				eq(recoveryCodes.hash, hashCode(userId, code)),
				isNull(recoveryCodes.usedAt)
			)
		);
	if (used.rowsAffected === 0) return null;
	await recordAudit(
		ctx,
		{ id: `user:${userId}` },
		{ action: 'user.recovery-code', subject: `user:${userId}` }
	);
	return 'recovery-code';
}
