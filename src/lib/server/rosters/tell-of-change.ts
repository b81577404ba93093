import type { Context } from '../context.ts';
import { agentUsers, tell } from '../notices/index.ts';

/** Tells an agent that the schedule of the day has changed. Call it once the change is stored. */
export async function tellOfChange(ctx: Context, agentId: string, startAt: number): Promise<void> {
	await tell(ctx, await agentUsers(ctx, agentId), 'schedule.changed', { startAt }, '/me');
}

/** Whether others decided it; whose absence or lateness it is knows of it already. */
export const isDecided = (kind: string): boolean => kind !== 'absent' && kind !== 'late';
