import { z } from 'zod';
import { InvalidInputError } from '../access/index.ts';
import type { Context } from '../context.ts';
import { forecasts } from '../db/schema/index.ts';
import { eq } from 'drizzle-orm';
import { toHead, type ForecastHead } from './forecast-head.ts';

/**
 * `planned`: as it is counted on, changes by hand in it (as it was published, once it is); `computed`: as the
 * forecaster said.
 */
export const VersionRef = z.object({ forecastId: z.string().min(1), kind: z.enum(['planned', 'computed']) });
export type VersionRef = z.infer<typeof VersionRef>;

/** A version that is to be compared. Rights are the caller's. */
export async function findVersion(
	{ db }: Context,
	{ forecastId }: VersionRef,
	action: string
): Promise<ForecastHead> {
	const [row] = await db.orm.select().from(forecasts).where(eq(forecasts.id, forecastId));
	if (!row) throw new InvalidInputError(`${action}: there is no forecast "${forecastId}".`);
	return toHead(row);
}
