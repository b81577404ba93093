import type { AlertRow } from '#lib/contracts/alerts.ts';

/** Whether somebody has silenced the alert for now. */
export const isSnoozed = ({ snoozedUntil }: Pick<AlertRow, 'snoozedUntil'>, wallMs: number): boolean =>
	snoozedUntil !== null && snoozedUntil > wallMs;
